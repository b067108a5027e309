// Renders résumés with JSON Resume themes: reads [{theme, resume, out}] as JSON from the file named first and writes each
// page's HTML to `out`. A theme that fails leaves no file. Packages are looked up from the folder named second.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [jobsFile, packages] = process.argv.slice(2);
const require = createRequire(path.join(packages, 'x.js'));
const themes = new Map();
const SECTIONS = ['work', 'volunteer', 'education', 'projects', 'awards', 'certificates', 'publications', 'skills', 'languages', 'interests',
  'references'];

async function load(name) {
  if (!themes.has(name)) {
    const folder = path.join(packages, 'node_modules', name);
    const entry = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'))).exports?.['.']?.import?.default;
    const file = entry ? path.join(folder, entry) : require.resolve(name);
    const loaded = await import(pathToFileURL(file)).catch(() => require(name));
    const theme = [loaded, loaded.default, loaded.default?.default].find((m) => typeof m?.render === 'function');
    themes.set(name, theme ?? { render: loaded.default ?? loaded });
  }
  return themes.get(name);
}

/** Themes older than the schema's first version read other names, and some stumble over a section that is missing. */
function withOldNames(resume) {
  const copy = structuredClone(resume);
  for (const work of copy.work ?? []) Object.assign(work, { company: work.name, website: work.url });
  for (const entry of [...(copy.publications ?? []), ...(copy.volunteer ?? [])]) entry.website = entry.url;
  copy.basics.website = copy.basics.url;
  for (const section of SECTIONS) copy[section] ??= [];
  for (const entry of [...copy.work, ...copy.volunteer, ...copy.projects]) entry.highlights ??= [];
  copy.basics.profiles ??= [];
  return copy;
}

for (const { theme, resume, out } of JSON.parse(fs.readFileSync(jobsFile))) {
  try {
    const module = await load(theme);
    process.chdir(path.join(packages, 'node_modules', theme));
    const page = await module.render(withOldNames(JSON.parse(fs.readFileSync(resume))[0]), {});
    fs.writeFileSync(out, typeof page === 'string' ? page : (page.html ?? String(page)));
  } catch (error) {
    console.error(`${theme}: ${String(error).slice(0, 200)}`);
  }
}
process.exit(0);
