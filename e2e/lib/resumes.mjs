// Invented résumés that the browser tests paste, and what they say.

export const TYPICAL = `Maren Okafor
Platform engineer
maren.okafor@example.org | +49 30 5550 1234 | Berlin, Germany

Summary
Builds the quiet parts of loud systems.

Experience

Senior Platform Engineer
Northwind Energy, Berlin, Germany
March 2021 - Present
- Moved 140 services to one deployment pipeline
- Cut the night-time alerts from 60 a week to 4

Backend Developer
Blue Heron Logistics, Hamburg, Germany
June 2017 - February 2021
- Wrote the routing service in Rust
- Taught the warehouse team to read dashboards

Education

Technical University of Berlin
BSc Computer Science
2013 - 2017

Skills
Languages: Rust, Go, Python
Tools: PostgreSQL, Kubernetes
`;

export const POSITIONS = ["Senior Platform Engineer", "Backend Developer"];
export const ORGANIZATIONS = ["Northwind Energy", "Blue Heron Logistics"];

export const MARKDOWN = `# Ines Carvalho
Data analyst

[ines@example.com](mailto:ines@example.com) · Lisbon, Portugal

---

## Experience

### Data Analyst
**Tejo Ferries** — *Lisbon*  
*May 2019 – Present*

- Counts passengers so that boats leave on time
`;

export const JSON_RESUME = JSON.stringify({
  basics: { name: "Tomas Lind", label: "Gardener", email: "tomas@example.net" },
  work: [{ name: "Botanical Garden", position: "Head Gardener", startDate: "2015-04", highlights: ["Planted 300 oaks"] }],
});

/// A text of which nobody could be certain: names that may be of people, places or firms, and lines that say nothing.
export const UNCERTAIN = `Maren Okafor
maren.okafor@example.org

Experience

Quiet Harbour
Northwind Mornings
March 2021 - Present
- Moved 140 services to one deployment pipeline

Grey Heron
Salt & Sail
Low Water, Dunes
June 2017 - February 2021
- Wrote the routing service in Rust

Lantern
Early Birds
2013 - 2017

ML/2291-b #7
Zzkt 7743 ##
Ref. K-19/04
`;

/// As many jobs, with a school and skills, fill four pages.
export const JOBS = 16;
const job = (at) =>
  `\nEngineer ${at + 1}\nNorthwind Energy, Berlin, Germany\nMarch ${2020 - at} - May ${2021 - at}\n` +
  Array.from({ length: 8 }, (_, n) => `- Moved ${at * 8 + n + 12} services to one deployment pipeline and told everybody who asked how\n`).join("");
export const FOUR_PAGES = [
  "Maren Okafor\nPlatform engineer\nmaren.okafor@example.org\n\nExperience\n",
  ...Array.from({ length: JOBS }, (_, at) => job(at)),
  "\nEducation\n\nTechnical University of Berlin\nBSc Computer Science\n2013 - 2017\n\nSkills\nLanguages: Rust, Go, Python\nTools: PostgreSQL, Kubernetes\n",
].join("");
