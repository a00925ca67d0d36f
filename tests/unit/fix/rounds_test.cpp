#include "fix/rounds.h"

#include <memory>

#include "fixes.h"

namespace forklint::fix {
namespace {

// A project of one file whose analysis is a function of its text.
class Project {
 public:
  explicit Project(std::string text) : text_(std::move(text)) {}

  Snapshot analyse(const Texts& texts) const {
    const auto found = texts.find("/p/a.py");
    const auto source =
        std::make_shared<const SourceFile>("a.py", "/p/a.py", found == texts.end() ? text_ : found->second);
    Snapshot snapshot{.source = [source](const std::string&) { return source.get(); }};
    look(source->bytes(), snapshot);
    return snapshot;
  }
  Outcome fix() const {
    return *run_rounds(
        analyse({}), [&](const Texts& texts) { return Result<Snapshot>(analyse(texts)); }, any_file());
  }
  virtual ~Project() = default;

 private:
  virtual void look(std::string_view text, Snapshot& snapshot) const = 0;

  std::string text_;
};

std::string fixed(const Outcome& outcome) {
  return outcome.files.empty() ? "" : outcome.files.front().new_text;
}

// Every x is a finding; its fix makes it y, together with the byte behind it.
class Overlapping : public Project {
  using Project::Project;
  void look(std::string_view text, Snapshot& snapshot) const override {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (text[i] != 'x') continue;
      const std::uint32_t end = i + 1 < text.size() ? i + 2 : i + 1;
      snapshot.findings.push_back(
          finding({edit(i, end, "y" + std::string(text.substr(i + 1, end - i - 1)))}));
    }
  }
};

TEST(Rounds, GoOnUntilNothingIsLeft) { EXPECT_EQ(fixed(Overlapping("xxxx").fix()), "yyyy"); }

// Every x is a finding, of which only the first has a fix.
class OneAtATime : public Project {
  using Project::Project;
  void look(std::string_view text, Snapshot& snapshot) const override {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (text[i] != 'x') continue;
      snapshot.findings.push_back(finding({edit(i, i + 1, "y")}));
      if (snapshot.findings.size() > 1) snapshot.findings.back().fixes.clear();
    }
  }
};

TEST(Rounds, EndAfterTen) {
  EXPECT_EQ(fixed(OneAtATime(std::string(12, 'x')).fix()), std::string(10, 'y') + "xx");
}

class MakesASyntaxError : public Project {
  using Project::Project;
  void look(std::string_view text, Snapshot& snapshot) const override {
    if (text == "old") snapshot.findings.push_back(finding({edit(0, 3, "((")}));
    if (text == "((") snapshot.notices.push_back({Notice::Kind::warning, "a.py", 1, "syntax error"});
  }
};

TEST(Rounds, TakeBackWhatNoLongerParses) {
  const Outcome outcome = MakesASyntaxError("old").fix();
  EXPECT_TRUE(outcome.files.empty());
  ASSERT_EQ(outcome.notices.size(), 1U);
  EXPECT_NE(outcome.notices.front().text.find("syntax error"), std::string::npos);
}

class BringsAnotherFinding : public Project {
  using Project::Project;
  void look(std::string_view text, Snapshot& snapshot) const override {
    if (text == "old") snapshot.findings.push_back(finding({edit(0, 3, "new")}));
    if (text == "new") snapshot.findings.push_back({.rule = &kOther, .place = {"a.py", {0, 1}}});
  }
};

TEST(Rounds, TakeBackWhatBringsANewFinding) {
  const Outcome outcome = BringsAnotherFinding("old").fix();
  EXPECT_TRUE(outcome.files.empty());
  EXPECT_NE(outcome.notices.at(0).text.find("FRK301"), std::string::npos);
}

class Useless : public Project {
  using Project::Project;
  void look(std::string_view text, Snapshot& snapshot) const override {
    const std::string longer = std::string(text) + "+";
    snapshot.findings.push_back(finding({edit(0, static_cast<std::uint32_t>(text.size()), longer)}));
  }
};

TEST(Rounds, TakeBackWhatDoesNotHelp) { EXPECT_TRUE(Useless("old").fix().files.empty()); }

// Every x is a finding with a fix; a y behind a dash shows as a finding in another file.
class BreaksAnotherFile : public Project {
  using Project::Project;
  void look(std::string_view text, Snapshot& snapshot) const override {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (text[i] == 'x') snapshot.findings.push_back(finding({edit(i, i + 1, "y")}));
      if (text[i] == '-' && text[i + 1] == 'y')
        snapshot.findings.push_back({.rule = &kOther, .place = {"b.py", {0, 1}}});
    }
  }
};

TEST(Rounds, TakeBackOnlyWhatBreaksAnotherFile) {
  const Outcome outcome = BreaksAnotherFile("xx-xxx-xx").fix();
  EXPECT_EQ(fixed(outcome), "yy-xyy-xy");
  ASSERT_EQ(outcome.notices.size(), 2U);
  EXPECT_EQ(outcome.notices[0].path, "a.py");
  EXPECT_EQ(
      outcome.notices[0].text,
      "left as it was, as far as the fix 'fix it' goes: the result would have a new finding, FRK301 in b.py");
}

// As the last one, in the same file.
class BreaksItself : public Project {
  using Project::Project;
  void look(std::string_view text, Snapshot& snapshot) const override {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (text[i] == 'x') snapshot.findings.push_back(finding({edit(i, i + 1, "y")}));
      if (text[i] == '-' && text[i + 1] == 'y')
        snapshot.findings.push_back({.rule = &kOther, .place = {"a.py", {0, 1}}});
    }
  }
};

TEST(Rounds, TakeBackOnlyWhatBreaksTheFile) {
  EXPECT_EQ(fixed(BreaksItself("xx-xxx-xx").fix()), "yy-xyy-xy");
}

}  // namespace
}  // namespace forklint::fix
