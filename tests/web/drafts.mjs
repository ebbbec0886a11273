// Drafts that are pasted: what was decided on them is found, read and followed, with scripts and
// without; what cannot be checked is said beside the box.
import { assert, test } from './check.mjs';
import { arrive, nodesOf, openPage, scrollsSideways, tabTo } from './browser.mjs';

// Demands that no collection has.
export const OWN = ['paint the seven lighthouses of the coast in blue and yellow stripes', 'repair the foghorn beside the old herring quay'];

export const draftOf = (title, notes, demands) => [
  title, '', ...(notes.length ? ['Conference notes:', '', ...notes, ''] : []),
  'Conference instructs the National Executive Council to:', '', ...demands.map((demand, i) => `${i + 1}. ${demand}`),
].join('\n');

// A demand of the collection that was carried, as its document has it.
async function carriedOne(server) {
  const found = await (await fetch(`${server.url}/api/v1/search?decision=carried&clause=resolves&kind=motion&limit=100&q=campaign`)).json();
  const hit = found.hits.find(({ text, standing }) => text.length > 60 && standing !== 'superseded' && standing !== 'lapsed');
  assert.ok(hit, 'the collection has no such demand');
  return hit;
}

const words = (text) => text.replace(/\s+/g, ' ').trim();

export function read(browser, server, hasScript) {
  return test(`corpus: paste a draft, read what was decided, follow the citation ${hasScript ? 'with' : 'without'} scripts`, async () => {
    const { text, id, title } = await carriedOne(server);
    const page = await openPage(browser, server, { javaScriptEnabled: hasScript, width: 360, height: 740 });
    await page.goto('/');
    await page.getByRole('link', { name: 'Check a draft' }).click();
    await page.waitForURL('**/check');
    await tabTo(page, 'textbox', 'Draft motion');
    const draft = draftOf('A draft of ours', [], [words(text), ...OWN]);
    const answer = await arrive(page, { address: '/check', draft });
    assert.equal(answer.status(), 200);
    assert.equal(answer.headers()['cache-control'], 'no-store');
    assert.match(page.url(), /\/check#report$/, 'the draft is in the address');
    assert.equal(await scrollsSideways(page), false, 'the report scrolls sideways');
    assert.ok((await page.locator('#report').boundingBox()).y < 740, 'the report is not on the screen');
    assert.equal(await page.locator('#draft').inputValue(), draft, 'the draft is not there to be changed');

    const clauses = await page.locator('.check-clause > h3').allInnerTexts();
    assert.equal(clauses.length, 3, clauses.join(' / '));
    assert.match(words(clauses[0]), /already carried/);
    for (const clause of clauses.slice(1)) assert.match(words(clause), /nothing found|related/);
    assert.ok((await nodesOf(page, 'heading', /already carried/)).length, 'the verdict is in no heading');
    const source = page.locator('.check-clause').first().locator('.check-source a').first();
    assert.equal(words(await source.innerText()), title);
    await source.click();
    await page.waitForURL(`**/documents/${encodeURIComponent(id)}#p*`);
    const place = await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).boundingBox();
    assert.ok(place.y > -1 && place.y < 740, 'the passage is not on the screen');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

export function several(browser, server) {
  return test('several motions are listed, and each is checked by its button', async () => {
    const { text } = await carriedOne(server);
    const page = await openPage(browser, server, { javaScriptEnabled: false });
    const draft = `Motion 1\n${draftOf('Lighthouses', [], OWN)}\n\nMotion 2\n${draftOf('A draft of ours', [], [words(text)])}`;
    await arrive(page, { address: '/check', draft });
    const rows = (await page.locator('.check-row h3').allInnerTexts()).map(words);
    assert.equal(rows.length, 2, rows.join(' / '));
    assert.match(rows[1], /^Motion 2, A draft of ours: already carried/);
    await page.getByRole('button', { name: /^Clause by clause.*A draft of ours$/ }).click();
    await page.waitForSelector('.check-clause');
    assert.match(words(await page.locator('.check-clause h3').first().innerText()), /already carried/);
    assert.equal(words(await page.locator('.check-on').innerText()), 'Report on A draft of ours');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Markdown' }).click()]);
    assert.equal(saved.suggestedFilename(), 'draft.md');
    await page.getByRole('button', { name: 'Show all of them' }).click();
    await page.waitForSelector('.check-row');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

// Two megabytes: more than is taken, and the browser is told so all the same.
export function tooLong(browser, server) {
  return test('a draft that is too long is answered in the browser', async () => {
    const page = await openPage(browser, server, { javaScriptEnabled: false });
    page.expectedStatus.add(413);
    for (const [size, isKept] of [[300 << 10, true], [2 << 20, false]]) {
      const draft = 'Conference notes the price of tea. '.repeat(Math.ceil(size / 35));
      const answer = await arrive(page, { address: '/check', draft });
      assert.equal(answer.status(), 413);
      assert.match(words(await page.locator('main').innerText()), /256 K/);
      if (isKept) assert.equal(await page.locator('#draft').inputValue(), draft);
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

export function copying(browser, server) {
  return test('the line that reaffirms policy is copied by its button', async () => {
    const { text } = await carriedOne(server);
    const page = await openPage(browser, server, { permissions: ['clipboard-read', 'clipboard-write'] });
    await arrive(page, { address: '/check', draft: draftOf('A draft of ours', [], [words(text)]) });
    const line = words(await page.locator('.check-line').first().innerText());
    assert.match(line, /^Conference reaffirms /);
    await page.getByRole('button', { name: `Copy ${line}` }).first().click();
    await page.waitForFunction(() => /opied/.test(document.querySelector('body > [role=status]').textContent));
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), line);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
