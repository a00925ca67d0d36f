// Every mistake in a record is told with file, line and cause: the same text serves the build and a user.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "builder.h"

namespace forklint::catalog {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kFamily = R"(
[[family]]
name = "multiprocessing"
linux = [{ method = "fork" }, { method = "forkserver", since = "3.14" }]
macos = [{ method = "spawn" }]
windows = [{ method = "spawn" }]
source = "a page"
)";

// Lines 8 and following of a document that has a family "multiprocessing".
std::string mistake_after_family(std::string_view toml) {
  return mistake_in(std::string(kFamily) + std::string(toml));
}

// The keys of an API that begins in line 8, its first key in line 9.
std::string mistake_in_api(std::string_view keys) {
  return mistake_after_family("[[api]]\n" + std::string(keys) + "\nsource = \"a page\"\n");
}

TEST(Reader, AcceptsWhatTheVocabularyAllows) {
  EXPECT_EQ(mistake_in_api(R"(name = "torch.utils.data.DataLoader"
also = ["torch.utils.data.dataloader.DataLoader"]
class = true
signature = "dataset, batch_size=1, *, num_workers=0, multiprocessing_context=None"
creates = "dataloader"
when = [{ parameter = "num_workers", is = "positive" }]
created-by = ["__iter__"]
start-method = [{ parameter = "multiprocessing_context", since = "3.6" }, { family = "multiprocessing" }]
hazard = "python-threads"
hazard-of = "the loader"
hazard-when = [{ parameter = "batch_size", is = "not-equals", value = ["none", "auto"] }]
remedy = "Pass a context.")"),
            "");
}

TEST(Reader, SuggestsTheKeyThatWasMeant) {
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nunless-caled = [\"f\"]"),
            "records.toml:10: unknown key 'unless-caled'; did you mean 'unless-called'?");
  EXPECT_EQ(mistake_in("[[apis]]\nname = 'a.b'\n"),
            "records.toml:1: unknown key 'apis'; did you mean 'api'?");
}

TEST(Reader, TellsBrokenTomlWithItsLine) {
  EXPECT_THAT(mistake_in("[[api]]\nname = \"a.b\n"), HasSubstr("records.toml:2: "));
}

TEST(Reader, ChecksTypes) {
  EXPECT_EQ(mistake_in_api("name = 3"), "records.toml:9: 'name' is a text");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nclass = \"yes\""), "records.toml:10: 'class' is true or false");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nalso = \"a.c\""), "records.toml:10: 'also' is a list of texts");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nalso = [\"a.c\",\n  1]"),
            "records.toml:11: 'also' is a list of texts");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nstart-method = \"fork\""),
            "records.toml:10: 'start-method' is a list of tables");
  EXPECT_EQ(mistake_in("[api]\nname = \"a.b\"\n"),
            "records.toml:1: 'api' is a list of tables: write [[api]]");
}

TEST(Reader, ChecksNames) {
  EXPECT_EQ(mistake_in_api("name = \"a..b\""), "records.toml:9: 'a..b' is no dotted name");
  EXPECT_EQ(mistake_in_api("name = \"\""), "records.toml:9: 'name' is empty");
  EXPECT_EQ(mistake_in_api("class = true"), "records.toml:8: 'name' is missing");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nalso = [\"a b\"]"), "records.toml:10: 'a b' is no dotted name");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\ncreates = \"fork\"\ncreated-by = [\"x.start\"]"),
            "records.toml:11: 'x.start' is no name of a method");
}

TEST(Reader, ChecksWords) {
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\ncreates = \"proces\""),
            "records.toml:10: 'proces' is no value of 'creates' (process, executor, dataloader, fork or "
            "preexec); did "
            "you mean 'process'?");
  EXPECT_THAT(mistake_in_api("name = \"a.b\"\nhazard = \"\""),
              HasSubstr("records.toml:10: '' is no value of 'hazard'"));
  EXPECT_THAT(mistake_in_api("name = \"a.b\"\nsignature = \"n=0\"\ncreates = \"fork\"\n"
                             "when = [{ parameter = \"n\", is = \"more\" }]"),
              HasSubstr("records.toml:12: 'more' is no value of 'is'"));
}

TEST(Reader, ChecksStartMethods) {
  const std::string begin =
      "name = \"a.b\"\nsignature = \"ctx=None\"\ncreates = \"process\"\nstart-method = ";
  EXPECT_EQ(mistake_in_api(begin + "[{ fixed = \"vfork\" }]"),
            "records.toml:12: 'vfork' is no start method: fork, spawn or forkserver");
  EXPECT_EQ(mistake_in_api(begin + "[{ fixed = \"fork\", since = \"3\" }]"),
            "records.toml:12: '3' is no Python version such as 3.12");
  EXPECT_EQ(mistake_in_api(begin + "[{ parameter = \"ctxt\" }]"),
            "records.toml:12: the signature has no parameter 'ctxt'; did you mean 'ctx'?");
  EXPECT_EQ(
      mistake_in_api(begin + "[{ fixed = \"fork\", family = \"multiprocessing\" }]"),
      "records.toml:12: a source of the start method has one of parameter, environment, family and fixed");
  EXPECT_EQ(mistake_in_api(begin + "[{ family = \"multiprocessing\", implies = \"spawn\" }]"),
            "records.toml:12: 'implies' belongs to a parameter");
  EXPECT_EQ(mistake_in_api(begin + "[{ family = \"multiprocesing\" }]"),
            "records.toml:12: no family is called 'multiprocesing'; did you mean 'multiprocessing'?");
  EXPECT_EQ(mistake_in_api(begin + "[{ environment = \"START\" }]"),
            "records.toml:12: no environment variable is called 'START'; record it in [[environment]]");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\ncreates = \"process\""),
            "records.toml:8: 'start-method' is missing: who chooses it?");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\ncreates = \"fork\"\nstart-method = [{ fixed = \"fork\" }]"),
            "records.toml:11: what creates 'fork' or 'preexec' leaves no choice of a start method");
}

TEST(Reader, ChecksConditions) {
  const std::string begin = "name = \"a.b\"\nsignature = \"n=0\"\ncreates = \"fork\"\nwhen = ";
  EXPECT_EQ(mistake_in_api(begin + "[{ parameter = \"m\", is = \"given\" }]"),
            "records.toml:12: the signature has no parameter 'm'");
  EXPECT_EQ(mistake_in_api(begin + "[{ parameter = \"n\" }]"), "records.toml:12: 'is' is missing");
  EXPECT_EQ(mistake_in_api(begin + "[{ parameter = \"n\", is = \"equals\" }]"),
            "records.toml:12: 'value' belongs to equals and not-equals, and only to them");
  EXPECT_EQ(mistake_in_api(begin + "[{ parameter = \"n\", is = \"positive\", value = \"1\" }]"),
            "records.toml:12: 'value' belongs to equals and not-equals, and only to them");
}

TEST(Reader, TakesAnyParameterWhereTheSignatureIsOpenOrNotKnown) {
  const std::string condition =
      "\ncreates = \"fork\"\nwhen = [{ parameter = \"preexec_fn\", is = \"given\" }]";
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nsignature = \"args, **kwargs\"" + condition), "");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"" + condition), "");
}

TEST(Reader, RefusesKeysThatSayNothingAlone) {
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\ncreated-by = [\"start\"]"),
            "records.toml:10: 'created-by' means nothing without 'creates'");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nhazard-by = [\"start\"]"),
            "records.toml:10: 'hazard-by' means nothing without 'hazard'");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\npins-when = [{ parameter = \"n\", is = \"given\" }]"),
            "records.toml:10: 'pins-when' means nothing without 'pins'");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nsignature = \"name\"\nsets = \"multiprocessing\""),
            "records.toml:11: the signature has no parameter 'method'");
  EXPECT_EQ(mistake_in_api("name = \"a.b\"\nremedy = \"Use spawn\""),
            "records.toml:10: a remedy is a sentence and ends with a full stop");
}

TEST(Reader, DemandsASourceOfWhatIsBuiltIn) {
  EXPECT_EQ(mistake_in("[[environment]]\nname = \"START\"\n"), "records.toml:1: 'source' is missing");
}

TEST(Reader, TellsANameThatIsTakenByWhom) {
  const std::string first = "name = \"a.b\"\nalso = [\"a.c\"]\nsource = \"a page\"\n[[api]]\n";
  EXPECT_EQ(mistake_in_api(first + "name = \"a.b\""),
            "records.toml:13: the API 'a.b' is recorded already, in records.toml:9");
  EXPECT_EQ(mistake_in_api(first + "name = \"a.c\""),
            "records.toml:13: the API 'a.c' is recorded already, in records.toml:10");
  EXPECT_THAT(mistake_after_family(kFamily), HasSubstr("the family 'multiprocessing' is recorded already"));
}

TEST(Reader, ChecksNamespaces) {
  const std::string space = "[[namespace]]\nname = \"mp\"\nsource = \"a page\"\nmirrors = ";
  EXPECT_EQ(mistake_after_family(space + "\"multiprocesing\"\n"),
            "records.toml:11: 'multiprocesing' mirrors nothing: no record lies below it");
  EXPECT_EQ(mistake_after_family(space + "\"mp\"\n"), "records.toml:11: 'mp' mirrors itself");
  EXPECT_EQ(
      mistake_after_family(space + "\"a\"\nfamily = \"mp\"\n[[api]]\nname = \"a.b\"\nsource = \"a page\"\n"),
      "records.toml:12: no family is called 'mp'");
}

TEST(Reader, ChecksFamilies) {
  EXPECT_EQ(mistake_in("[[family]]\nname = \"mp\"\nlinux = [{ method = \"fork\" }]\n"
                       "windows = [{ method = \"spawn\" }]\nsource = \"a page\"\n"),
            "records.toml:1: 'macos' is missing");
}

// --------------------------------------------------------------------------------------- signatures

std::vector<std::string> parsed(std::string_view signature) {
  static constexpr std::string_view kStyles[] = {"/", "", "*", "kw ", "**"};
  RecordSet storage;
  const auto parameters = parse_signature(signature, storage);
  if (!parameters) return {parameters.error().message};
  std::vector<std::string> shown;
  for (const ParameterSpec& each : *parameters) {
    std::string text(kStyles[static_cast<std::size_t>(each.style)]);
    text.append(each.name);
    if (!each.fallback.empty()) text.append("=").append(each.fallback);
    shown.push_back(text);
  }
  return shown;
}

TEST(Signature, ReadsParametersAsPythonDoes) {
  EXPECT_THAT(parsed(""), IsEmpty());
  EXPECT_THAT(parsed("a, b=1"), ElementsAre("a", "b=1"));
  EXPECT_THAT(parsed("a, /, b"), ElementsAre("/a", "b"));
  EXPECT_THAT(parsed("a=(), *, b={'x': [1, 2]}, c, **rest"),
              ElementsAre("a=()", "kw b={'x': [1, 2]}", "kw c", "**rest"));
  EXPECT_THAT(parsed("a, *args, b=', '"), ElementsAre("a", "*args", "kw b=', '"));
  EXPECT_THAT(parsed("a, b = 2,\n  c=3,"), ElementsAre("a", "b=2", "c=3"));
}

TEST(Signature, RefusesWhatPythonRefuses) {
  EXPECT_THAT(parsed("a=1, b"),
              ElementsAre("'b' without a default follows one with a default in the signature"));
  EXPECT_THAT(parsed("a, a"), ElementsAre("'a' stands twice in the signature"));
  EXPECT_THAT(parsed("a, *, *b"), ElementsAre("'*b' is a second * in the signature"));
  EXPECT_THAT(parsed("**a, b"), ElementsAre("'b' stands behind ** in the signature"));
  EXPECT_THAT(parsed("*, a, /"), ElementsAre("'/' stands at a wrong place in the signature"));
  EXPECT_THAT(parsed("a b"), ElementsAre("'a b' in the signature is no parameter"));
  EXPECT_THAT(parsed("a=(1"), ElementsAre("the signature lacks a ')'"));
  EXPECT_THAT(parsed("a=1)"), ElementsAre("the signature has a ')' too much"));
  EXPECT_THAT(parsed("a='"), ElementsAre("the signature has a text without end"));
  EXPECT_THAT(parsed("a="), ElementsAre("'a' has no default behind '=' in the signature"));
}

TEST(Signature, StandsWithoutSelfAndParentheses) {
  EXPECT_THAT(parsed("self, a"), ElementsAre("leave 'self' out of the signature"));
  EXPECT_THAT(parsed("(a)"), ElementsAre("write the signature without the parentheses around it"));
}

}  // namespace
}  // namespace forklint::catalog
