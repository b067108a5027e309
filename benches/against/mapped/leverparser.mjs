// What leverparser read, as JSON Resume.

/// Its kinds of skills are its own words, not the text's, so that they are not held against it.
export function mapped(read) {
  const { contact_info: contact, summary, experience, education, skills, projects, certifications, languages } = read;
  const profiles = [["LinkedIn", contact.linkedin], ["GitHub", contact.github]].filter(([, url]) => url);
  return {
    basics: {
      name: contact.name,
      email: contact.email,
      phone: contact.phone,
      url: contact.website,
      location: contact.address,
      summary,
      profiles: profiles.map(([network, url]) => ({ network, url })),
    },
    work: experience.map((job) => ({
      name: job.company,
      position: job.title,
      location: job.location,
      startDate: job.start_date,
      endDate: job.current ? null : job.end_date,
      summary: job.description,
      highlights: job.responsibilities,
    })),
    education: education.map((school) => ({
      institution: school.institution,
      studyType: school.degree,
      area: school.major,
      endDate: school.graduation_date,
      score: school.gpa,
      location: school.location,
    })),
    skills: [{ keywords: skills.map((skill) => skill.name) }],
    projects: projects.map((project) => ({
      name: project.name,
      description: project.description,
      url: project.url,
      startDate: project.start_date,
      endDate: project.end_date,
    })),
    certificates: certifications.map((certificate) => ({
      name: certificate.name,
      issuer: certificate.issuer,
      date: certificate.issue_date,
    })),
    languages: languages.map((language) => ({ language })),
  };
}
