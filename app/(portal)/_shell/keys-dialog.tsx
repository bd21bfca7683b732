'use client';

import { Button } from '@/app/_components/button';
import { Dialog } from '@/app/_components/dialog';
import { useMessages } from '@/app/_locale/messages-context';
import type { Messages } from '@/lib/shared/messages/messages-for';
import { newKinds } from './new-kinds';
import { useOffered } from './offered';

type Row = keyof Messages['portal']['keys']['rows'] | keyof Messages['documents']['new']['kinds'];

const groups: [keyof Messages['portal']['keys']['groups'], [Row, string[]][]][] = [
  [
    'move',
    [
      ['next', ['↑', '↓']],
      ['ends', ['Home', 'End']],
      ['open', ['Enter']],
      ['up', ['Backspace']],
      ['search', ['/']],
      ['view', ['v']],
      ['help', ['?']],
    ],
  ],
  [
    'choose',
    [
      ['select', ['Space']],
      ['extend', ['Shift ↑', 'Shift ↓']],
      ['all', ['Ctrl A']],
      ['none', ['Esc']],
    ],
  ],
  [
    'change',
    [
      ['rename', ['F2']],
      ['trash', ['Del']],
      ['cut', ['Ctrl X', 'Ctrl C', 'Ctrl V']],
      ['undo', ['Ctrl Z']],
    ],
  ],
  [
    'create',
    [
      ['document', ['Shift D']],
      ['spreadsheet', ['Shift S']],
      ['presentation', ['Shift P']],
      ['text', ['Shift T']],
      ['markdown', ['Shift M']],
      ['folder', ['Shift F']],
      ['upload', ['Shift U']],
    ],
  ],
];

/** All keys of the portal. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { portal, documents, close } = useMessages();
  const { keys } = portal;
  const words = { ...keys.rows, ...documents.new.kinds };
  const offered = useOffered();
  const isHere = (row: Row) => newKinds.every((kind) => kind !== row || offered.includes(kind));
  return (
    <Dialog open wide onClose={onClose} title={keys.title}>
      <div className="keys">
        {groups.map(([group, rows]) => (
          <section key={group} aria-label={keys.groups[group]}>
            <h3>{keys.groups[group]}</h3>
            <dl>
              {rows
                .filter(([row]) => isHere(row))
                .map(([row, combinations]) => (
                  <div key={row}>
                    <dt>{words[row]}</dt>
                    <dd>
                      {combinations.map((combination) => (
                        <kbd key={combination}>{combination}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="dialog-buttons">
        <Button look="primary" onClick={onClose}>
          {close}
        </Button>
      </div>
    </Dialog>
  );
}
