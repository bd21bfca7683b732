'use client';

// pdf.js' own worker, as one classic script: a page without an origin starts it from bytes that it was handed.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
