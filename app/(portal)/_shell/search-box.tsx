'use client';

import { Search, X } from 'lucide-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';

export const searchFieldId = 'search-documents';

/** After the last key, in milliseconds. */
const pauseMs = 200;

/** Searches names while one types. Escape goes back to where one was; without a script it is a plain form. */
export function SearchBox() {
  const words = useMessages().portal.search;
  const router = useRouter();
  const path = usePathname();
  const asked = useSearchParams().get('q') ?? '';
  const isSearching = path === '/search';
  const field = useRef<HTMLInputElement>(null);
  const before = useRef('/documents');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [text, setText] = useState(isSearching ? asked : '');
  useEffect(() => {
    if (!isSearching) before.current = path + window.location.search;
    // The address decides, unless somebody is typing.
    if (document.activeElement !== field.current) setText(isSearching ? asked : '');
  }, [path, isSearching, asked]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(wanted: string, now = false) {
    setText(wanted);
    clearTimeout(timer.current);
    const go = () => {
      const href = `/search?q=${encodeURIComponent(wanted.trim())}`;
      if (wanted.trim() === '') leave();
      else if (window.location.pathname === '/search') router.replace(href, { scroll: false });
      else router.push(href);
    };
    if (now) go();
    else timer.current = setTimeout(go, pauseMs);
  }

  function leave() {
    clearTimeout(timer.current);
    setText('');
    if (window.location.pathname === '/search') router.push(before.current);
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      leave();
      field.current?.blur();
    } else if (event.key === 'ArrowDown') {
      document.querySelector<HTMLElement>('.document-name')?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    <search className="search">
      <form
        action="/search"
        onSubmit={(event) => {
          event.preventDefault();
          search(text, true);
        }}
      >
        <Search className="icon" aria-hidden />
        <input
          ref={field}
          id={searchFieldId}
          name="q"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={250}
          aria-label={words.label}
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => search(event.currentTarget.value)}
          onKeyDown={keyDown}
        />
        {text === '' ? (
          <kbd aria-hidden>/</kbd>
        ) : (
          <Button look="quiet" iconOnly aria-label={words.clear} title={words.clear} onClick={leave}>
            <X className="icon" aria-hidden />
          </Button>
        )}
      </form>
    </search>
  );
}
