// What a script adds to pages that are complete without it: suggestions while a search is typed,
// results without loading the page anew, "/" to get to the box, buttons that copy what is to be quoted.
// It asks only where the page came from; whatever fails is left to the browser's ordinary way.
'use strict';

const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();
const main = () => document.querySelector('main');

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
}
function make(name, attributes, ...children) {
  const node = document.createElement(name);
  set(node, attributes);
  node.append(...children);
  return node;
}

// Announces in a place that stays while the page around it is replaced.
const announcer = make('div', { class: 'visually-hidden', role: 'status' });
document.body.append(announcer);
function announce(words) {
  announcer.textContent = '';
  setTimeout(() => { announcer.textContent = words; }, 100);
}

// --- suggestions: a combobox whose list is asked for while one types

function suggest(input) {
  const AFTER_MS = 120;
  const list = make('ul', { class: 'suggestions', id: 'suggestions', role: 'listbox', 'aria-label': 'Suggestions', hidden: '' });
  let timer, asked, items = [], chosen = -1;

  function choose(next) {
    chosen = next;
    [...list.children].forEach((option, i) => set(option, { 'aria-selected': i === next }));
    list.children[next]?.scrollIntoView({ block: 'nearest' });
    if (next < 0) input.removeAttribute('aria-activedescendant');
    else set(input, { 'aria-activedescendant': list.children[next].id });
  }

  function show(found) {
    items = document.activeElement === input ? found : [];
    list.replaceChildren(...items.map(({ kind, text: words }, i) => {
      const option = make('li', { id: `suggestion-${i}`, role: 'option' }, make('span', {}, words));
      if (kind !== 'word') option.append(' ', make('small', {}, kind === 'title' ? 'document' : kind));
      option.addEventListener('click', () => take(i));
      return option;
    }));
    list.hidden = !items.length;
    set(input, { 'aria-expanded': !list.hidden });
    choose(-1);
    if (items.length) announce(`Suggestions: ${items.length}. Arrow keys choose.`);
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    show([]);
  }

  function take(i) {
    const { kind, text: words, url } = items[i];
    close();
    if (kind !== 'word') return location.assign(url);
    input.value = words;
    input.form.requestSubmit();
  }

  async function ask() {
    const { signal } = asked = new AbortController();
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(input.value)}`, { signal });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch { /* no suggestions, then */ }
  }

  input.type = 'text'; // a search field may not be a combobox
  set(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false, 'aria-controls': list.id, enterkeyhint: 'search' });
  input.after(list);
  list.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the focus
  input.addEventListener('blur', close);
  input.form.addEventListener('submit', close);
  input.addEventListener('input', () => {
    close();
    if (input.value.trim().length > 1) timer = setTimeout(ask, AFTER_MS);
  });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], places = items.length + 1; // the box too
    if (event.isComposing || !items.length) return;
    if (step) choose((chosen + 1 + step + places) % places - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) take(chosen);
    else return;
    event.preventDefault();
  });
}

// --- results without a full load: the same address is asked for, and its <main> taken

const place = (url) => url.pathname + url.search;
const isSearch = (url) => url.origin === location.origin && ['/', '/search'].includes(url.pathname);
const canReplace = () => isSearch(location) && document.querySelector('main #search-form');
let shown = place(location), loading;

// The control that was used, in the new page: by its id or class, a link by what it is called below
// its heading, whether it is now a filter that is set or one that is not.
function find(page, control) {
  if (control?.id) return document.getElementById(control.id);
  if (control?.matches('button')) return page.querySelector(`.${control.className.replace(' ', '.')}`);
  const name = (node) => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll('.visually-hidden, .count').forEach((part) => part.remove());
    const group = node.closest('.facet, .toggles');
    return group && `${group.className} ${text(group.querySelector('h3') ?? group.firstChild)} ${text(copy)}`;
  };
  const wanted = control?.closest('a') && name(control);
  return wanted && [...page.querySelectorAll('a')].find((node) => name(node) === wanted);
}

// The control stays where it was on the screen; without one, the page begins at its heading.
function replace(page, control) {
  const parts = 'link[rel=canonical], link[rel=alternate], meta[name=robots]';
  document.title = page.title;
  document.head.querySelectorAll(parts).forEach((part) => part.remove());
  document.head.append(...page.head.querySelectorAll(parts));

  const top = control?.getBoundingClientRect().top;
  main().replaceWith(document.adoptNode(page.querySelector('main')));
  enhance();
  const again = find(main(), control), heading = main().querySelector('h1');
  again?.closest('details')?.setAttribute('open', '');
  heading.tabIndex = -1;
  (again ?? heading).focus({ preventScroll: true });
  scrollTo({ top: again ? scrollY + again.getBoundingClientRect().top - top : 0, behavior: 'instant' });
}

async function load(url, { control, isBack }) {
  loading?.abort();
  const { signal } = loading = new AbortController();
  set(main(), { 'aria-busy': true });
  try {
    const answer = await fetch(url, { signal, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (new URL(answer.url).origin !== location.origin || !page.querySelector('main h1')) throw new Error('no page of ours');
    if (!isBack) {
      history.replaceState({ top: scrollY }, '');
      history.pushState(null, '', answer.url);
    }
    shown = place(location);
    replace(page, control);
    if (isBack) scrollTo({ top: history.state?.top ?? 0, behavior: 'instant' });
    announce(text(main().querySelector('[role=status], [role=alert], h1')));
  } catch {
    if (signal.aborted) return;
    if (isBack) location.reload();
    else location.assign(url);
  }
}

function send(form, control) {
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value) url.searchParams.append(name, value);
  load(url, { control });
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('main a[href]');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (!canReplace() || !isSearch(url) || place(url) === shown) return;
  event.preventDefault();
  load(url, { control: link });
});

document.addEventListener('submit', (event) => {
  if (event.target.id !== 'search-form' || !canReplace()) return;
  event.preventDefault();
  const used = document.activeElement.form ? document.activeElement : event.submitter;
  // On a touch screen the keyboard would stay open above the results.
  send(event.target, used?.id === 'q' && matchMedia('(pointer: coarse)').matches ? null : used);
});

document.addEventListener('change', ({ target }) => {
  if (target.id === 'sort' && canReplace()) send(target.form, target);
});

addEventListener('popstate', () => {
  if (place(location) !== shown) load(location.href, { isBack: true }); // else: only "#..."
});

// --- "/" leads to the box; whoever presses it by chance, as speech input may, turns that off

const OFF = 'polsearch-no-slash';
let isOff = false;
try { isOff = localStorage.getItem(OFF) === '1'; } catch { /* nothing may be stored: it is on */ }

document.addEventListener('keydown', (event) => {
  const box = document.getElementById('q');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !box || isOff) return;
  if (event.target.closest('input, select, textarea')) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// The switch stands where the help speaks of keys.
function addSwitch(keys) {
  const name = () => `Turn the key / ${isOff ? 'on' : 'off'}`;
  const toggle = make('button', { type: 'button', class: 'copy' }, name());
  toggle.addEventListener('click', () => {
    isOff = !isOff;
    try { localStorage.setItem(OFF, isOff ? '1' : '0'); } catch { /* until the next page, then */ }
    toggle.textContent = name();
    announce(`The key / is ${isOff ? 'off' : 'on'}`);
  });
  keys.nextElementSibling.after(toggle);
}

// --- copying

function addCopy(place, label, words, select) {
  const button = make('button', { type: 'button', class: 'copy' }, 'Copy', make('span', { class: 'visually-hidden' }, ` ${label}`));
  button.addEventListener('click', async () => {
    select(); // where a browser does not let us copy, it can be done by hand
    try {
      await navigator.clipboard.writeText(words());
      announce(`Copied: ${label}`);
    } catch {
      announce(`Selected: ${label}`);
    }
  });
  place.after(' ', button);
}

const copyField = (field) => addCopy(field, text(field.labels[0]), () => field.value, () => field.select());
const copyLine = (line) => addCopy(line, text(line), () => text(line), () => getSelection().selectAllChildren(line));

function enhance() {
  const box = document.getElementById('q');
  if (box && !box.hasAttribute('role')) suggest(box);
  main().querySelectorAll('textarea[readonly]').forEach(copyField);
  main().querySelectorAll('.check-line').forEach(copyLine);
  main().querySelectorAll('#keys').forEach(addSwitch);
}

enhance();
