'use client';

import './text.css';
import { readOpened } from '@/app/built-in/_frame/read-opened';
import { showFrame } from '@/app/built-in/_frame/show-frame';
import { TextPage } from './text-page';

const opened = readOpened();
showFrame(opened, <TextPage opened={opened} />);
