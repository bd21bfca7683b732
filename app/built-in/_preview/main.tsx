'use client';

import './preview.css';
import { readOpened } from '@/app/built-in/_frame/read-opened';
import { showFrame } from '@/app/built-in/_frame/show-frame';
import { PreviewPage } from './preview-page';

const opened = readOpened();
showFrame(opened, <PreviewPage opened={opened} />);
