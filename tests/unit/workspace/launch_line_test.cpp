#include "workspace/launch_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace forklint::workspace {
namespace {

using testing::ElementsAre;

// "train.py", "-m pkg.tool", or "" where no program of Python's is started.
std::string program_of(const std::optional<DeclaredEntry>& entry) {
  if (!entry) return "";
  return entry->file.empty() ? "-m " + entry->module : entry->file;
}

std::string launched(std::string_view command) { return program_of(launched_by(command)); }

TEST(LaunchLine, LauncherRunsTheFirstPythonFileBehindItsOptions) {
  EXPECT_EQ(launched("python train.py --lr 0.1 other.py"), "train.py");
  EXPECT_EQ(launched("torchrun --standalone --nproc_per_node=8 tools/train.py"), "tools/train.py");
  EXPECT_EQ(launched("accelerate launch --config_file default.yaml train.py"), "train.py");
  EXPECT_EQ(launched("deepspeed --num_gpus 8 train.py --deepspeed ds.json"), "train.py");
  EXPECT_EQ(launched("mpirun -np 4 -x PATH python3.11 'my train.py'"), "my train.py");
  EXPECT_EQ(launched("srun --gpus 4 python -u train.py"), "train.py");
}

TEST(LaunchLine, ModuleOptionNamesWhatRunsUnlessItIsALauncher) {
  EXPECT_EQ(launched("python -m pkg.tool --x"), "-m pkg.tool");
  EXPECT_EQ(launched("torchrun --nnodes 2 -m pkg.train"), "-m pkg.train");
  EXPECT_EQ(launched("python -m torch.distributed.launch --nproc_per_node 2 train.py"), "train.py");
  EXPECT_EQ(launched("python3 -m torch.distributed.run -m pkg.train"), "-m pkg.train");
}

TEST(LaunchLine, WordsBeforeTheLauncherArePassedOver) {
  EXPECT_EQ(launched("CUDA_VISIBLE_DEVICES=0,1 nohup nice -n 10 python train.py"), "train.py");
  EXPECT_EQ(launched("exec ${PYTHON:-python} $ROOT/tools/train.py"), "tools/train.py");
}

TEST(LaunchLine, OtherCommandsStartNothing) {
  EXPECT_EQ(launched(""), "");
  EXPECT_EQ(launched("cp train.py backup.py"), "");
  EXPECT_EQ(launched("echo python train.py"), "");
  EXPECT_EQ(launched("python -c 'import train' train.py"), "");
  EXPECT_EQ(launched("python $SCRIPT.py"), "");
}

TEST(LaunchLine, ScriptIsReadCommandByCommand) {
  std::vector<std::string> found;
  for (const DeclaredEntry& entry : launched_in_script("#!/bin/sh\n"
                                                       "# python no.py\n"
                                                       "cd src && python a.py; python b.py | tee log &\n"
                                                       "torchrun \\\n"
                                                       "  --nnodes 2 \\\n"
                                                       "  c.py\n"
                                                       "echo 'python d.py; python e.py'\n"
                                                       "python f.py",
                                                       "run.sh")) {
    found.push_back(entry.file + ":" + std::to_string(entry.line));
  }
  EXPECT_THAT(found, ElementsAre("a.py:3", "b.py:3", "c.py:4", "f.py:8"));
}

TEST(LaunchLine, SettingIsAFileAFunctionAModuleOrALine) {
  EXPECT_EQ(program_of(entry_in_settings("train.py")), "train.py");
  EXPECT_EQ(program_of(entry_in_settings("-m pkg.tool")), "-m pkg.tool");
  EXPECT_EQ(program_of(entry_in_settings("torchrun train.py")), "train.py");
  const std::optional<DeclaredEntry> function = entry_in_settings("pkg.cli:main");
  ASSERT_TRUE(function);
  EXPECT_EQ(function->module, "pkg.cli");
  EXPECT_EQ(function->function, "main");
  for (const char* text : {"", "train", "make all", "pkg.cli:", "a b.py"})
    EXPECT_FALSE(entry_in_settings(text)) << text;
}

}  // namespace
}  // namespace forklint::workspace
