import { expect, test } from 'vitest';
import { withTheme } from '@/app/(host)/_editor/with-theme';

const url =
  'https://office.example.com/hosting/wopi/word/edit?ui=en-US&thm=1&WOPISrc=https%3A%2F%2Fp%2Fwopi%2Ffiles%2Fa';

test('the editor is asked for the theme that the person sees', () => {
  expect(withTheme(url, 'dark')).toBe(url.replace('thm=1', 'thm=2'));
  expect(withTheme(url, 'light')).toBe(url);
});

test('an action URL without a place for the theme stays as it is', () => {
  const without = url.replace('&thm=1', '');
  expect(withTheme(without, 'dark')).toBe(without);
});

test('only the parameter thm is touched', () => {
  const others = 'https://o.example/e?thm=1&xthm=1&thm=15&a=thm%3D1';
  expect(withTheme(others, 'dark')).toBe('https://o.example/e?thm=2&xthm=1&thm=15&a=thm%3D1');
});
