'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Avatar } from '@/app/_components/avatar';
import { Button } from '@/app/_components/button';
import { Panel } from '@/app/_components/dialog';
import { When } from '@/app/_components/when';
import { useMessages } from '@/app/_locale/messages-context';
import type { ListedActivity } from '@/lib/activities/list-activity';
import { fileType } from '@/lib/shared/file-type';
import type { Access } from '@/lib/shares/list-access';
import { ActivityList } from './activity-list';
import { describeDocument } from './details-actions';
import type { DocumentItem, Item } from './item';
import { useItemFacts } from './item-parts';

type More = { activity: ListedActivity[]; people: Access[] };

type PanelProps = { item: Item; onEndEditing: (document: DocumentItem) => void; onClose: () => void };

/** Everything that is known of an item: what it is, who may see it, and what happened to it. */
export function DetailsPanel({ item, onEndEditing, onClose }: PanelProps) {
  const { details } = useMessages().portal;
  const facts = useItemFacts(item);
  const kind = item.kind === 'folder' ? 'folder' : fileType(item.name).kind;
  return (
    <Panel open onClose={onClose} title={details.title} description={item.name}>
      <dl className="facts">
        <Fact term={details.type}>{details.kinds[kind]}</Fact>
        <Fact term={item.kind === 'folder' ? details.content : details.size}>{facts.size}</Fact>
        <Fact term={details.owner}>{facts.owner}</Fact>
        <Fact term={details.modified}>
          <When iso={facts.changedAt} />
        </Fact>
        {item.kind === 'document' ? <Fact term={details.version}>{item.version}</Fact> : null}
        {item.kind === 'document' && item.editingBy.length > 0 ? (
          <Fact term={details.editing}>{item.editingBy.map(({ name }) => name).join(', ')}</Fact>
        ) : null}
      </dl>
      {item.kind === 'document' && item.canEndEditing ? (
        <Button className="panel-button" onClick={() => onEndEditing(item)}>
          {details.release}
        </Button>
      ) : null}
      {item.kind === 'document' ? <MoreOf document={item} /> : null}
    </Panel>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function MoreOf({ document }: { document: DocumentItem }) {
  const { portal, editor } = useMessages();
  const [more, setMore] = useState<More | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    runAction(() => describeDocument({ documentId: document.id })).then((result) => {
      if (result.ok) setMore(result);
      else setProblem(result.message);
    });
  }, [document.id]);
  return (
    <div aria-busy={more === null && problem === null}>
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      {more ? (
        <>
          <h3 className="panel-part">{portal.details.people}</h3>
          <div className="versions">
            {more.people.map((person) => (
              <div key={person.id} className="version">
                <Avatar name={person.name} personId={person.id} small />
                <div>
                  <b>{person.name}</b>
                  <span className="muted">{editor.sharing.roles[person.role]}</span>
                </div>
              </div>
            ))}
          </div>
          <h3 className="panel-part">{portal.details.activity}</h3>
          <ActivityList entries={more.activity} />
        </>
      ) : null}
    </div>
  );
}
