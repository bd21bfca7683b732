import { describe, expect, test } from 'vitest';
import { markdownHtml } from '@/app/built-in/_text/markdown-html';

const words = { done: 'Done', open: 'To do' };
const html = (text: string) => markdownHtml(text, words);

describe('Markdown that cannot be drawn with reasonable work is not drawn', () => {
  test('what lies in each other more than a hundred deep, or so deep that it cannot be read', () => {
    for (const [deep, shallow] of [
      ['>'.repeat(101), '>'.repeat(100)],
      ['1. '.repeat(101), '1. '.repeat(100)],
      ['>'.repeat(5_000), '> a\n'.repeat(500)],
      ['1. '.repeat(20_000), '1. a\n'.repeat(2_000)],
      [`${'</b>'.repeat(200)}${'<B>'.repeat(101)}`, '<B>a</b>'.repeat(1_000)],
      ['**a '.repeat(3_000) + 'b** '.repeat(3_000), '**a** '.repeat(3_000)],
    ] as const) {
      expect(html(deep)).toBeNull();
      expect(html(shallow)).toContain('</');
    }
  });

  test('what makes more elements than a browser draws in a moment', () => {
    expect(html('*a*\n\n'.repeat(40_000))).toBeNull();
    expect(html('*a*\n\n'.repeat(20_000))).toContain('<em>a</em>');
  });

  test('an ordinary text of 300 kB is drawn to its end, and so is one with a picture in a long line', () => {
    const part =
      '## Heading\n\nWords that are **bold** or [lead away](https://example.com), and `code`.\n\n- one\n- two\n\n';
    const long = part.repeat(Math.ceil(300_000 / part.length));
    expect(html(`${long}the end`)).toContain('<p>the end</p>');
    expect(html(`![a](data:image/png;base64,${'A'.repeat(200_000)})\n\nthe end`)).toContain('<p>the end</p>');
  });

  test('of a very long one the beginning is shown', () => {
    const long = `the beginning\n\n${'words and words and words\n'.repeat(60_000)}`;
    expect(html(long)).toContain('<p>the beginning</p>');
  });
});
