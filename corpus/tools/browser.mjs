// Opens pages in Chromium: reads [{html, words, copy, select, pdf, paper}] as JSON from the file named first. `copy` gets the
// page's inner text, `select` what selecting everything would copy, `pdf` a print. `words` replaces whole text nodes and,
// under "months", the months before a year, as somebody does who puts a theme into another language.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const [jobsFile, packages] = process.argv.slice(2);
const { chromium } = createRequire(path.join(packages, 'x.js'))('playwright-core');
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 1100, height: 1400 } });
await context.route('**/*', (route) => (route.request().url().startsWith('http') ? route.abort() : route.continue()));

function translate({ exact, months }) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const month = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?=,? \d{4}\b)/g;
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue;
    const bare = text.trim().replace(/:$/, '');
    const found = exact[bare.toLowerCase()];
    if (found && bare) walker.currentNode.nodeValue = text.replace(bare, found);
    else walker.currentNode.nodeValue = text.replace(month, (m) => months[m.slice(0, 3).toLowerCase()] ?? m)
      .replace(/([-–—]\s*)(Present|Current|Now|present)\b/g, (all, dash) => dash + exact.present);
  }
}

for (const job of JSON.parse(fs.readFileSync(jobsFile))) {
  if (!fs.existsSync(job.html)) continue;
  const page = await context.newPage();
  try {
    await page.goto('file://' + job.html, { waitUntil: 'domcontentloaded', timeout: 15000 });
    if (job.words) await page.evaluate(translate, job.words);
    if (job.copy) fs.writeFileSync(job.copy, await page.evaluate(() => document.body.innerText));
    if (job.select) fs.writeFileSync(job.select, await page.evaluate(() => {
      document.getSelection().selectAllChildren(document.body);
      return document.getSelection().toString();
    }));
    if (job.saved) fs.writeFileSync(job.saved, await page.evaluate(() => {
      document.querySelectorAll('script, style, link, svg').forEach((e) => e.remove());
      return document.documentElement.outerHTML;
    }));
    if (job.pdf) await page.pdf({ path: job.pdf, format: job.paper ?? 'A4', printBackground: true, ...(job.print ?? {}) });
  } catch (error) {
    console.error(`${job.html}: ${String(error).slice(0, 200)}`);
  }
  await page.close();
}
await browser.close();
