import { markdownHtml, type TaskWords } from './markdown-html';

/** What the preview of Markdown asks its worker, which answers with HTML, or null for what cannot be shown. */
export type MarkdownQuestion = { text: string; tasks: TaskWords };

addEventListener('message', ({ data }: MessageEvent<MarkdownQuestion>) => {
  postMessage(markdownHtml(data.text, data.tasks));
});
