// What a script adds to pages that are complete without it: suggestions while a search is typed,
// results without loading the page anew, "/" to get to the box, and buttons that copy a citation.
// Asks only where the page came from; whatever fails is left to the browser's ordinary way.
(() => {
  'use strict';

  const SUGGEST_AFTER_MS = 120;
  const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();

  function make(name, properties, ...children) {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  }

  // --- announcements: a place that stays while the page around it is replaced
  const announcer = make('div', { className: 'visually-hidden' });
  announcer.setAttribute('role', 'status');
  document.body.append(announcer);
  function announce(words) {
    announcer.textContent = '';
    setTimeout(() => { announcer.textContent = words; }, 100);
  }

  // --- suggestions: a combobox whose list is asked for while one types
  function suggest(input) {
    const list = make('ul', { className: 'suggestions', id: 'suggestions', hidden: true });
    let timer, asked, chosen = -1;
    const options = () => [...list.children];

    function close() {
      clearTimeout(timer);
      asked?.abort();
      list.hidden = true;
      chosen = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function choose(next) {
      chosen = next;
      options().forEach((option, i) => option.setAttribute('aria-selected', i === next));
      const option = options()[next];
      if (option) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }

    function take(item) {
      close();
      if (item.kind === 'word') {
        input.value = item.text;
        input.form.requestSubmit();
      } else {
        location.assign(item.url);
      }
    }

    function option(item, i) {
      const node = make('li', { id: `suggestion-${i}` }, make('span', {}, item.text));
      if (item.kind !== 'word') {
        node.append(' ', make('small', {}, item.kind === 'title' ? 'document' : item.kind));
      }
      node.setAttribute('role', 'option');
      node.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the focus
      node.addEventListener('click', () => take(item));
      node.item = item;
      return node;
    }

    function show(items) {
      close();
      if (!items.length || document.activeElement !== input) return;
      list.replaceChildren(...items.map(option));
      list.hidden = false;
      choose(-1);
      input.setAttribute('aria-expanded', 'true');
      announce(`${items.length} ${items.length === 1 ? 'suggestion' : 'suggestions'}, arrow keys to choose`);
    }

    async function ask() {
      const words = input.value.trim();
      if (words.length < 2) return;
      asked = new AbortController();
      try {
        const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(words)}`, { signal: asked.signal });
        if (answer.ok) show((await answer.json()).suggestions);
      } catch { /* no suggestions, then */ }
    }

    function key(event) {
      const count = list.hidden ? 0 : list.children.length;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.isComposing) return;
      if (step && count) {
        event.preventDefault();
        choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1); // one place is the box itself
      } else if (event.key === 'Escape' && count) {
        event.preventDefault();
        close();
      } else if (event.key === 'Enter' && chosen >= 0) {
        event.preventDefault();
        take(options()[chosen].item);
      }
    }

    input.type = 'text'; // a search field may not be a combobox
    input.enterKeyHint = 'search';
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })) {
      input.setAttribute(name, value);
    }
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Suggestions');
    input.after(list);
    input.addEventListener('input', () => {
      close();
      timer = setTimeout(ask, SUGGEST_AFTER_MS);
    });
    input.addEventListener('keydown', key);
    input.addEventListener('blur', close);
    input.form.addEventListener('submit', close);
  }

  // --- results without a full load: the same address is asked for, and its <main> taken
  const place = (url) => url.pathname + url.search;
  let shown = place(location), loading;

  // How the control that was used is found again in the new page: by its id, else by what it is
  // called below its heading, whether it is a filter that is set or one that is not.
  function nameOf(control) {
    const copy = control.cloneNode(true);
    copy.querySelectorAll('.visually-hidden, .count').forEach((part) => part.remove());
    return text(copy);
  }
  const groupOf = (control) => {
    const group = control.closest('.facet, .toggles, .chosen');
    const heading = group?.querySelector('h2, h3');
    return group && group.className + (heading ? text(heading) : '');
  };
  function find(main, control) {
    if (!control || control === document.body) return null;
    if (control.id) return main.querySelector(`#${CSS.escape(control.id)}`);
    const group = groupOf(control);
    return group && [...main.querySelectorAll('a, button')].find(
      (other) => groupOf(other) === group && nameOf(other) === nameOf(control));
  }

  function replaceHead(page) {
    document.title = page.title;
    const parts = 'link[rel=canonical], link[rel=alternate], meta[name=robots]';
    document.head.querySelectorAll(parts).forEach((part) => part.remove());
    document.head.append(...page.head.querySelectorAll(parts));
  }

  // The control stays where it was on the screen; without one, the page begins at its heading.
  function replaceMain(page, control) {
    const old = document.querySelector('main'), main = document.adoptNode(page.querySelector('main'));
    const again = find(main, control), top = control?.getBoundingClientRect().top;
    old.replaceWith(main);
    enhance(main);
    if (again) {
      again.closest('details')?.setAttribute('open', '');
      again.focus({ preventScroll: true });
      scrollBy({ top: again.getBoundingClientRect().top - top, behavior: 'instant' });
    } else {
      const heading = main.querySelector('h1');
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      scrollTo({ top: 0, behavior: 'instant' });
    }
  }

  async function load(url, { control, isBack }) {
    loading?.abort();
    loading = new AbortController();
    const { signal } = loading, main = document.querySelector('main');
    main.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(url, { signal, headers: { Accept: 'text/html' } });
      const end = new URL(answer.url), type = answer.headers.get('Content-Type') ?? '';
      if (end.origin !== location.origin || !type.startsWith('text/html')) throw new Error(type);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (signal.aborted) return;
      if (!page.querySelector('main h1')) throw new Error('not a page of ours');
      if (!isBack) {
        history.replaceState({ top: scrollY }, '');
        history.pushState(null, '', end);
      }
      shown = place(location);
      replaceHead(page);
      replaceMain(page, control);
      if (isBack) scrollTo({ top: history.state?.top ?? 0, behavior: 'instant' });
      announce(text(document.querySelector('main [role=status], main [role=alert]') ?? document.querySelector('h1')));
    } catch (error) {
      if (!signal.aborted) isBack ? location.reload() : location.assign(url);
    }
  }

  const isSearch = (url) => url.origin === location.origin && ['/', '/search'].includes(url.pathname);
  const canReplace = () => isSearch(location) && document.querySelector('main #search-form');

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('main a[href]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    if (!canReplace() || !isSearch(url) || link.target || place(url) === shown) return;
    event.preventDefault();
    load(url, { control: link });
  });

  function send(form, control) {
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (value) url.searchParams.append(name, value);
    load(url, { control });
  }

  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.id !== 'search-form' || !canReplace()) return;
    event.preventDefault();
    const used = document.activeElement;
    // On a touch screen the keyboard would stay open above the results.
    send(event.target, used.id === 'q' && matchMedia('(pointer: coarse)').matches ? null : used);
  });

  document.addEventListener('change', ({ target }) => {
    if (target.id === 'sort' && canReplace()) send(target.form, target);
  });

  addEventListener('popstate', () => {
    if (place(location) !== shown) load(new URL(location), { isBack: true }); // else: only "#..."
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
    const toggle = make('button', { type: 'button', className: 'copy' });
    const name = () => { toggle.textContent = `Turn the key / ${isOff ? 'on' : 'off'}`; };
    toggle.addEventListener('click', () => {
      isOff = !isOff;
      try { localStorage.setItem(OFF, isOff ? '1' : '0'); } catch { /* until the next page, then */ }
      name();
      announce(`The key / is ${isOff ? 'off' : 'on'}`);
    });
    name();
    keys.nextElementSibling.after(toggle);
  }

  // --- copying
  function addCopy(field) {
    const label = text(field.labels[0]);
    const button = make('button', { type: 'button', className: 'copy' }, 'Copy', make('span', { className: 'visually-hidden' }, ` ${label}`));
    button.addEventListener('click', async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        announce(`Copied: ${label}`);
      } catch {
        announce(`Selected: ${label}`); // to be copied by hand
      }
    });
    field.after(button);
  }

  function enhance(main) {
    const box = document.getElementById('q');
    if (box && box.getAttribute('role') !== 'combobox') suggest(box);
    main.querySelectorAll('textarea[readonly]').forEach(addCopy);
    main.querySelectorAll('#keys').forEach(addSwitch);
  }

  enhance(document.querySelector('main'));
})();
