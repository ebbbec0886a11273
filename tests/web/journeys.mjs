// What people come to do, from the first page to the last, with scripts and without.
import { assert, test } from './check.mjs';
import { focused, nodesOf, openPage, scrollsSideways, tabTo, tree } from './browser.mjs';

const BOX = /^Search motions/;
const box = (hasScript) => (hasScript ? 'combobox' : 'searchbox');

// What the page says of itself, as a screen reader would find it.
async function heading(page) {
  const [first, ...more] = (await nodesOf(page, 'heading')).filter((node) => node.level === 1);
  assert.ok(first, 'no heading of level 1');
  assert.equal(more.length, 0, 'more than one heading of level 1');
  return first.name;
}

async function statusLine(page) {
  const said = (await tree(page)).filter((node) => node.role === 'status' && node.text);
  assert.ok(said.length, 'no status is told');
  return said.map((node) => node.text).join(' / ');
}

// Titles of what was found, each of them a heading for those who go from heading to heading.
async function titles(page) {
  const shown = (await page.locator('.hit-title').allInnerTexts()).map((words) => words.replace(/\s+/g, ' ').trim());
  const told = new Set((await nodesOf(page, 'heading')).filter((node) => node.level === 3).map((node) => node.name));
  assert.ok(shown.length && shown.every((title) => told.has(title)), 'a hit has no heading');
  return shown;
}

export async function ready(page) {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => !document.querySelector('main[aria-busy]'));
}

function clean(page) {
  assert.deepEqual(page.complaints, [], 'the page complains or asks elsewhere');
}

// The named one: a small telephone, no script, no mouse.
export function takeover(browser, server) {
  return test('seeds: search, open, cite, back at 320 px by keyboard without scripts', async () => {
    const page = await openPage(browser, server, { width: 320, height: 640, javaScriptEnabled: false });
    const still = async (where) => assert.equal(await scrollsSideways(page), false, `${where} scrolls sideways`);
    await page.goto('/');
    await still('the first page');
    await tabTo(page, 'searchbox', BOX);
    await page.keyboard.type('takeover');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?*');
    assert.match(await heading(page), /^1 result\b/);
    assert.match(await statusLine(page), /^1 result$/);
    await still('the page of results');
    const search = page.url();

    const link = await tabTo(page, 'link', /^Integration – Taking the Workforce With You$/);
    assert.ok(link);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/documents/**');
    assert.equal(await heading(page), 'Integration – Taking the Workforce With You');
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    assert.match(id, /^p\d+$/);
    const passage = page.locator(`[id="${id}"]`);
    assert.match((await passage.innerText()).replace(/\s+/g, ' '), /^Conference warns that the cultural/);
    const place = await passage.boundingBox();
    assert.ok(place.y > -1 && place.y < 640, `the passage is not on the screen, but at ${place.y}`);
    assert.ok((await nodesOf(page, 'mark')).some((node) => /takeover/.test(node.text + node.name)), 'the word searched is not marked');
    await still('the document');

    await cite(page);
    await still('the citation');
    // Back from wherever on that page one is: to the search, with its words and its result.
    while (page.url() !== search) await page.goBack();
    assert.match(await heading(page), /^1 result\b/);
    const [field] = await nodesOf(page, 'searchbox', BOX);
    assert.equal(field.value, 'takeover');
    await still('the search, back again');
    clean(page);
    await page.context().close();
  });
}

// A citation that has all it must have, selected by keyboard alone.
async function cite(page) {
  const wanted = [/Integration – Taking the Workforce With You/, /Health Care Service Group Conference/, /\b2014\b/, /\bcarried\b/i];
  await tabTo(page, 'textbox', /^Plain text/);
  const told = await focused(page);
  for (const part of wanted) assert.match(told.value, part, 'the citation is not told');
  await page.keyboard.press('Control+a');
  const selected = await page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value.slice(selectionStart, selectionEnd);
  });
  for (const part of wanted) assert.match(selected, part, `selected: ${selected}`);
}

// Search, filter, open, cite, back, share.
export function delegate(browser, server, words, hasScript) {
  return test(`corpus: search, filter, open, back, share ${hasScript ? 'with' : 'without'} scripts`, async () => {
    const page = await openPage(browser, server, { javaScriptEnabled: hasScript, width: 390, height: 800 });
    await page.goto('/');
    await page.getByRole(box(hasScript), { name: BOX }).fill(words);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?*');
    await ready(page);
    const before = await heading(page);
    assert.match(before, new RegExp(`^\\d.* ‘${words}’`));

    const filter = page.locator('#filters .facet').filter({ has: page.getByRole('heading', { name: 'Decision' }) }).getByRole('link').first();
    const said = (await filter.innerText()).replace(/\s+/g, ' ');
    assert.match(said, /^Only .* \d+ documents?$/, 'a filter’s link does not say what it does');
    await filter.click();
    await page.waitForURL(/[?&]decision=/);
    await ready(page);
    assert.ok((await nodesOf(page, 'link', /^Remove the filter Decision: /)).length, 'the filter is not listed as in use');
    const filtered = page.url();
    const found = (await titles(page))[0];

    await page.locator('.hit-title a').first().click();
    await page.waitForURL('**/documents/**');
    assert.equal(await heading(page), found);
    assert.ok((await page.locator('#cite, [id^=cite]').count()) > 0, 'the document has no place for its citation');

    await page.goBack();
    await ready(page);
    assert.equal(page.url(), filtered);
    assert.equal((await titles(page))[0], found);
    const shared = await openPage(browser, server, { javaScriptEnabled: !hasScript });
    await shared.goto(filtered);
    assert.equal(await heading(shared), await heading(page), 'another person sees something else at this address');
    const canonical = await shared.locator('link[rel=canonical]').getAttribute('href');
    assert.equal(new URL(canonical).pathname, '/search');

    await page.getByRole('link', { name: /^Remove the filter Decision: / }).first().click();
    await page.waitForURL((url) => !url.searchParams.has('decision'));
    await ready(page);
    assert.equal(await heading(page), before);
    [page, shared].forEach(clean);
    await page.context().close();
    await shared.context().close();
  });
}

// The other forms of a result are there, and are what their links say.
export function elsewhere(browser, server, words) {
  return test('corpus: results as CSV, JSON, JSON Lines and Atom', async () => {
    const page = await openPage(browser, server);
    await page.goto(`/search?q=${words}`);
    const kinds = [[/CSV/, 'text/csv'], [/^As JSON$/, 'application/json'], [/JSON Lines/, 'application/'], [/Atom/, 'application/atom+xml']];
    for (const [name, type] of kinds) {
      const address = await page.getByRole('link', { name }).first().getAttribute('href');
      const answer = await page.request.get(address);
      assert.equal(answer.status(), 200, address);
      assert.ok(answer.headers()['content-type'].startsWith(type), `${address}: ${answer.headers()['content-type']}`);
    }
    clean(page);
    await page.context().close();
  });
}

// One passage with its citation, by the sign at its end, and an address for it to be sent to others.
export function quotePassage(browser, server, words) {
  return test('corpus: quote one passage, by keyboard without scripts', async () => {
    const page = await openPage(browser, server, { javaScriptEnabled: false });
    await page.goto(`/search?q=${words}`);
    await page.locator('.hit-title a').first().click();
    await page.waitForURL('**/documents/**');
    const sign = await tabTo(page, 'link', /^Passage \d+: link and citation$/);
    const number = /\d+/.exec(sign.name)[0];
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`[?&]p=${number}#p${number}$`));
    assert.ok((await nodesOf(page, 'heading', `Passage ${number}`)).length, 'nothing says which passage is cited');
    await tabTo(page, 'textbox', 'Quotation');
    const quotation = (await focused(page)).value;
    const passage = (await page.locator(`#p${number}`).innerText()).replace(/\s+/g, ' ');
    // “Lead-in … the words” and where they are from, in lines of their own.
    const quoted = quotation.split('”\n— ')[0].replace(/^“/, '').split(' … ').at(-1).replace(/\s+/g, ' ');
    assert.ok(quoted && passage.includes(quoted), `not the words of the passage: ${quotation}`);
    assert.match(quotation, new RegExp(`#p${number}$`), 'the quotation does not say where it is from');
    clean(page);
    await page.context().close();
  });
}

// --- what the script adds

// A mark on the window is gone as soon as a page is loaded anew.
const mark = (page) => page.evaluate(() => { window.isSame = true; });
const isSame = (page) => page.evaluate(() => window.isSame === true);
const announced = (page) => page.locator('body > [role=status]').innerText();

export function suggestions(browser, server, typed) {
  return test('suggestions: a combobox by keyboard', async () => {
    const page = await openPage(browser, server);
    await page.goto('/');
    await page.keyboard.press('/');
    assert.equal((await focused(page)).role, 'combobox', '"/" does not lead to the box');
    assert.equal((await focused(page)).value ?? '', '', '"/" is typed into the box');
    await page.keyboard.type(typed);
    await page.getByRole('option').first().waitFor();
    const field = await focused(page);
    assert.equal(field.expanded, true);
    assert.equal(field.autocomplete, 'list');
    await page.waitForFunction(() => /Suggestions: \d/.test(document.querySelector('body > [role=status]').textContent));
    await page.keyboard.press('ArrowDown');
    const [chosen] = (await nodesOf(page, 'option')).filter((node) => node.selected);
    assert.ok(chosen, 'no option is selected');
    assert.ok((await page.getByRole('combobox').getAttribute('aria-activedescendant')), 'the box does not name the option');
    await page.keyboard.press('ArrowUp');
    assert.equal((await nodesOf(page, 'option')).filter((node) => node.selected).length, 0, 'no way back into the box');
    await page.keyboard.press('Escape');
    assert.equal((await nodesOf(page, 'option')).length, 0, 'Escape does not close the list');
    assert.equal((await focused(page)).value, typed, 'Escape changes what was typed');
    await page.keyboard.type(' ');
    await page.keyboard.press('Backspace');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const taken = await page.locator('[role=option][aria-selected=true] span').innerText();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/');
    await ready(page);
    if (new URL(page.url()).pathname === '/search') {
      assert.equal(new URL(page.url()).searchParams.get('q'), taken);
    }
    clean(page);
    await page.context().close();
  });
}

export function withoutReload(browser, server, words) {
  return test('filters, order, pages and back without loading a page anew', async () => {
    const page = await openPage(browser, server, { height: 700 });
    await page.goto(`/search?q=${words}`);
    await mark(page);
    const first = await heading(page);

    const link = page.locator('.facet').filter({ has: page.getByRole('heading', { name: 'Decision' }) }).getByRole('link').first();
    const name = (await link.innerText()).replace(/\s+/g, ' ').replace(/^Only /, '').replace(/ [\d,]+ documents?$/, '');
    await link.focus();
    const top = (await link.boundingBox()).y;
    await page.keyboard.press('Enter');
    await page.waitForURL(/decision=/);
    await ready(page);
    assert.ok(await isSame(page), 'a filter loads the page anew');
    const used = await focused(page);
    assert.ok(used?.name.startsWith(`Remove the filter ${name}`), `the focus went to ${used?.role} ‘${used?.name}’`);
    const now = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
    assert.ok(Math.abs(now - top) < 3, `the filter jumped from ${top} to ${now}`);
    await page.waitForFunction(() => document.querySelector('body > [role=status]').textContent);
    assert.match(await announced(page), /^[\d,]+ result/);
    assert.match(await page.title(), new RegExp(`^${words}: [\\d,]+ result`));
    assert.match(await page.locator('link[rel=canonical]').getAttribute('href'), /decision=/);

    await page.getByLabel('Order').focus();
    await page.getByLabel('Order').selectOption('newest');
    await page.waitForURL(/sort=newest/);
    await ready(page);
    assert.equal((await page.evaluate(() => document.activeElement.id)), 'sort', 'the focus left the order');
    assert.ok(await isSame(page));
    await page.getByLabel('From year').fill('2004');
    await page.getByRole('button', { name: 'Apply' }).press('Enter');
    await page.waitForURL(/from=2004/);
    await ready(page);
    assert.equal((await focused(page)).name, 'Apply', 'the focus left the button');
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.waitForURL(/page=2/);
    await ready(page);
    assert.equal((await focused(page)).role, 'heading', 'a new page does not begin at its heading');
    assert.ok((await page.evaluate(() => scrollY)) < 10, 'a new page does not begin at its top');
    for (const name of ['page', 'from']) {
      await page.goBack();
      await page.waitForURL((url) => !url.searchParams.has(name));
      await ready(page);
    }
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('sort'));
    await ready(page);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('decision'));
    await page.waitForFunction((said) => document.querySelector('h1').textContent === said, first);
    await page.goForward();
    await page.waitForURL(/decision=/);
    await page.waitForFunction((said) => document.querySelector('h1').textContent !== said, first);
    assert.ok(await isSame(page), 'going back loads a page anew');
    clean(page);
    await page.context().close();
  });
}

// What is the browser's stays the browser's: other tabs, places in a page, where one had read to.
export function leavesAlone(browser, server, words) {
  return test('new tabs, places in a page and scrolling stay as they are', async () => {
    const page = await openPage(browser, server, { width: 800, height: 600 });
    await page.goto(`/search?q=${words}`);
    await mark(page);
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('.facet a').first().click({ modifiers: ['Control'] }),
    ]);
    assert.notEqual(tab.url(), page.url());
    await tab.close();
    await page.getByRole('link', { name: 'Filters, years and order' }).click();
    await page.waitForURL(/#filters$/);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goBack();
    assert.deepEqual(asked, [], 'a place in the page is asked for anew');
    await page.evaluate(() => scrollTo(0, 900));
    const link = page.locator('.facet a').first();
    await link.evaluate((node) => node.click());
    await page.waitForURL(/&/);
    await ready(page);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('&'));
    await page.waitForFunction(() => Math.abs(scrollY - 900) < 3);
    assert.ok(await isSame(page));
    clean(page);
    await page.context().close();
  });
}

export function slashSwitch(browser, server) {
  return test('the key "/" can be turned off', async () => {
    const page = await openPage(browser, server);
    await page.goto('/help');
    await page.getByRole('button', { name: 'Turn the key / off' }).click();
    await page.keyboard.press('/');
    assert.equal((await focused(page)).role, 'button', 'the key still leads to the box');
    await page.goto('/');
    await page.keyboard.press('/');
    assert.notEqual((await focused(page))?.role, 'combobox', 'it is on again after a page');
    await page.goto('/help');
    await page.getByRole('button', { name: 'Turn the key / on' }).click();
    await page.keyboard.press('/');
    assert.equal((await focused(page)).role, 'combobox');
    clean(page);
    await page.context().close();
  });
}

// Whatever goes wrong, the browser's own way is left.
export function fallsBack(browser, server, words) {
  return test('a script that cannot fetch leaves it to the browser', async () => {
    const page = await openPage(browser, server);
    await page.goto(`/search?q=${words}`);
    await page.evaluate(() => { window.fetch = () => Promise.reject(new TypeError('no network')); });
    await page.locator('.facet a').first().click();
    await page.waitForURL(/&/);
    await page.waitForLoadState();
    assert.ok((await nodesOf(page, 'link', /^Remove the filter /)).length);
    clean(page);
    await page.context().close();
  });
}

export function copying(browser, server, words) {
  return test('a citation is copied by its button', async () => {
    const page = await openPage(browser, server, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`/search?q=${words}`);
    await page.locator('.hit-title a').first().click();
    await page.waitForURL('**/documents/**');
    const button = page.getByRole('button', { name: 'Copy Plain text' });
    await button.click();
    await page.waitForFunction(() => /opied/.test(document.querySelector('body > [role=status]').textContent));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await page.locator('#cite-plain').inputValue());
    clean(page);
    await page.context().close();
  });
}
