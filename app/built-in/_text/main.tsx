'use client';

import './text.css';
import { readOpened } from '@/app/built-in/_frame/read-opened';
import { showFrame } from '@/app/built-in/_frame/show-frame';
import { TextPage } from './text-page';
import { TextSession } from './text-session';

const opened = readOpened();
const session = new TextSession(opened);
showFrame(opened, <TextPage session={session} />);
session.open();
