// What simple-resume-parser read, as JSON Resume.

const BULLET = /^\s*[-*•·‣▪–]\s*/;

/// It gives one text a section. Where that has no fields of its own the text is taken apart at lines, bullets and commas; what it does not
/// tell apart at all, as schools and degrees, is left out rather than held against it.
export function mapped(read) {
  const lines = (text) => (text ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
  const bullets = (text) => lines(text).filter((line) => BULLET.test(line)).map(bare);
  const items = (text) => lines(text).flatMap((line) => bare(line).replace(/^[^:]{1,30}:/, "").split(/[,;|•·]/)).map((item) => item.trim()).filter(Boolean);
  return {
    basics: {
      name: read.name,
      email: read.email,
      phone: read.phone,
      summary: read.summary ?? read.objective,
      profiles: lines(read.profiles).map((url) => ({ url })),
    },
    work: [{ highlights: bullets(read.experience) }],
    projects: [{ highlights: bullets(read.projects) }],
    skills: [{ keywords: items(read.skills ?? read.technology) }],
    languages: items(read.languages).map((text) => {
      const [language, fluency] = text.split(/[()]/);
      return { language, fluency };
    }),
    interests: items(read.interests).map((name) => ({ name })),
    certificates: lines(read.certification).map((line) => ({ name: bare(line) })),
    awards: lines(read.awards ?? read.honors).map((line) => ({ title: bare(line) })),
  };
}

const bare = (line) => line.replace(BULLET, "");
