// The Nu HTML checker on the markup as it is sent.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assert, skip, test } from './check.mjs';
import { findProgram, required, tools } from './browser.mjs';

export async function markup(server, pages) {
  const java = findProgram('java');
  if (!java) return skip('Nu HTML checker', 'there is no java');
  const jar = path.join(tools, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const folder = mkdtempSync(path.join(tmpdir(), 'polserve-markup-'));
  await test(`Nu HTML checker: ${pages.length} pages, the style sheet and the icon`, async () => {
    required().resolve('vnu-jar/package.json');
    const save = async (address, name, sent) => writeFileSync(path.join(folder, name), await (await fetch(server.url + address, sent)).text());
    for (const { name, address, draft, years } of pages) {
      const sent = draft === undefined ? {} : { method: 'POST', body: new URLSearchParams({ draft, ...years }) };
      await save(address, `${name}.html`, sent);
    }
    const start = await (await fetch(server.url)).text();
    await save(/href="([^"]*style\.css)"/.exec(start)[1], 'style.css');
    await save(/href="([^"]*icon\.svg)"/.exec(start)[1], 'icon.svg');
    const run = spawnSync(java, ['-Xss2m', '-jar', jar, '--also-check-css', '--also-check-svg', '--format', 'json', '--exit-zero-always', folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const { messages } = JSON.parse(run.stderr || run.stdout);
    const errors = messages.filter(({ type }) => type !== 'info').map(({ url, lastLine, message, extract }) => `${path.basename(url)}:${lastLine}: ${message} ${extract ?? ''}`);
    assert.deepEqual(errors, []);
  });
  rmSync(folder, { recursive: true });
}
