import { db, type Tx } from '@/lib/db/db';
import { batchSize, inBatch } from '@/lib/db/in-batch';
import { LoopTurns } from '@/lib/db/loop-turns';
import { foldName, makeNameLegal } from '@/lib/shared/file-names';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { deepest, tooDeep } from './create-folder';
import { holdFolders } from './hold-folder';
import { insertFolders } from './insert-folders';
import { listAncestors } from './list-ancestors';
import { noFolder, requireFolder } from './require-folder';

/** A folder of the paths: its legal name, and its id as soon as it is there. */
type Node = { name: string; key: string; parent: Node | null; id: string; children: Map<string, Node> };

/**
 * Makes the folders of many paths below a folder, as far as they are not there: an upload of a folder adds to the
 * one that has its name. Whoever makes the same path at the same moment gets the same folders. It goes level by level
 * in bounded transactions; one that breaks off leaves folders that the next try finds.
 * @param input.paths each with names from the outside to the inside; repaired where they are not legal
 * @returns the innermost folder's id of each path
 * @throws AppError `not-found`, `invalid-request` (too deep)
 */
export async function makePaths(
  actor: Actor,
  input: { parentId: string; paths: readonly (readonly string[])[] },
): Promise<string[]> {
  const parent = await requireFolder(actor, input.parentId, 'add');
  const { folders: above } = await listAncestors(actor, parent.id);
  const root: Node = { name: parent.name, key: '', parent: null, id: parent.id, children: new Map() };
  const turns = new LoopTurns(10);
  const ends: Node[] = [];
  for (const path of input.paths) {
    if (above.length + path.length > deepest) throw tooDeep();
    let end = root;
    for (const part of path) {
      await turns.give();
      end = childOf(end, part);
    }
    ends.push(end);
  }
  for (let level = [...root.children.values()]; level.length > 0; ) {
    for (let from = 0; from < level.length; from += batchSize) {
      await makeSome(actor, parent.ownerId, level.slice(from, from + batchSize));
    }
    level = level.flatMap(({ children }) => [...children.values()]);
  }
  return ends.map(({ id }) => id);
}

function childOf(node: Node, part: string): Node {
  const name = makeNameLegal(part);
  const key = foldName(name);
  const there = node.children.get(key);
  if (there) return there;
  const child: Node = { name, key, parent: node, id: '', children: new Map() };
  node.children.set(key, child);
  return child;
}

async function makeSome(actor: Actor, ownerId: string, nodes: readonly Node[]): Promise<void> {
  const missing = (ids: ReadonlyMap<string, string>) => nodes.filter((node) => !ids.has(placeOf(node)));
  let ids = await findSome(db(), nodes);
  if (missing(ids).length > 0) {
    ids = await inBatch({}, async (tx) => {
      const parents = nodes.map(({ parent }) => parent?.id ?? '');
      const held = await holdFolders(tx, parents, new Date());
      if (parents.some((id) => !held.has(id))) throw noFolder();
      const there = await findSome(tx, nodes);
      const rows = missing(there).map((node) => ({
        ...{ id: newId(), parentId: node.parent?.id ?? '', ownerId, name: node.name },
        place: placeOf(node),
      }));
      await insertFolders(
        tx,
        actor,
        rows.map(({ place: _, ...row }) => row),
      );
      return new Map([...there, ...rows.map(({ place, id }): [string, string] => [place, id])]);
    });
  }
  for (const node of nodes) node.id = ids.get(placeOf(node)) ?? '';
}

function placeOf({ parent, key }: Node): string {
  return `${parent?.id}/${key}`;
}

/** The ids of those that are there, by parent and folded name. */
async function findSome(tx: Tx, nodes: readonly Node[]): Promise<Map<string, string>> {
  const rows = await tx.folder.findMany({
    where: {
      parentId: { in: [...new Set(nodes.map(({ parent }) => parent?.id ?? ''))] },
      liveName: { in: [...new Set(nodes.map(({ key }) => key))] },
    },
    select: { id: true, parentId: true, liveName: true },
  });
  return new Map(rows.map(({ id, parentId, liveName }) => [`${parentId}/${liveName}`, id]));
}
