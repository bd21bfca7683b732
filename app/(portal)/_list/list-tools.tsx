'use client';

import { Menu } from '@base-ui/react/menu';
import { ArrowDownUp, Check, LayoutGrid, ListFilter, Rows3 } from 'lucide-react';
import { Button } from '@/app/_components/button';
import { MenuLine, MenuPopup } from '@/app/_components/menu';
import { useMessages } from '@/app/_locale/messages-context';
import { type FileKind, fileKinds } from '@/lib/shared/file-type';
import { type Sort, sortColumns } from '@/lib/shared/list-sort';
import { UploadButton } from '../_uploads/upload-button';
import { useListTools } from './list-context';
import type { ListState, View } from './list-state';
import { rememberView } from './remember-view';

type ToolsProps = { state: ListState; view: View; isSortable: boolean; canUpload: boolean };

/** Type, order and view of a list, and Upload. What is chosen stands in the address. */
export function ListTools({ state, view, isSortable, canUpload }: ToolsProps) {
  const words = useMessages();
  const { list } = words.portal;
  const { changeList: go } = useListTools();
  const kinds: (FileKind | null)[] = [null, ...fileKinds];
  return (
    <div className="head-tools">
      <Menu.Root>
        <Menu.Trigger
          render={
            <Button look="quiet" iconOnly aria-label={list.type} title={list.type} aria-pressed={state.kind !== null} />
          }
        >
          <ListFilter className="icon" aria-hidden />
        </Menu.Trigger>
        <MenuPopup align="end">
          <Menu.RadioGroup value={state.kind} onValueChange={(kind: FileKind | null) => go({ kind })}>
            {kinds.map((kind) => (
              <Choice key={kind ?? 'all'} value={kind} label={list.types[kind ?? 'all']} />
            ))}
          </Menu.RadioGroup>
        </MenuPopup>
      </Menu.Root>
      {isSortable ? (
        <Menu.Root>
          <Menu.Trigger
            render={
              <Button
                look="quiet"
                iconOnly
                aria-label={list.sort}
                title={list.sort}
                className={view === 'list' ? 'only-phone' : ''}
              />
            }
          >
            <ArrowDownUp className="icon" aria-hidden />
          </Menu.Trigger>
          <MenuPopup align="end">
            <Menu.RadioGroup
              value={state.sort.column}
              onValueChange={(column: Sort['column']) => go({ sort: { ...state.sort, column } })}
            >
              {sortColumns.map((column) => (
                <Choice key={column} value={column} label={words.documents.columns[column]} />
              ))}
            </Menu.RadioGroup>
            <MenuLine />
            <Menu.CheckboxItem
              className="menu-item"
              checked={state.sort.direction === 'descending'}
              onCheckedChange={(isDown) =>
                go({ sort: { ...state.sort, direction: isDown ? 'descending' : 'ascending' } })
              }
            >
              {list.descending}
              <Menu.CheckboxItemIndicator className="menu-check">
                <Check className="icon" aria-hidden />
              </Menu.CheckboxItemIndicator>
            </Menu.CheckboxItem>
          </MenuPopup>
        </Menu.Root>
      ) : null}
      <fieldset className="views">
        <legend className="sr-only">{list.view}</legend>
        {(['list', 'grid'] as const).map((each) => {
          const Icon = each === 'list' ? Rows3 : LayoutGrid;
          const label = each === 'list' ? list.asList : list.asGrid;
          return (
            <Button
              key={each}
              look="quiet"
              iconOnly
              aria-label={label}
              title={label}
              aria-pressed={each === view}
              onClick={() => {
                rememberView(each);
                go({ view: each });
              }}
            >
              <Icon className="icon" aria-hidden />
            </Button>
          );
        })}
      </fieldset>
      {canUpload ? <UploadButton /> : null}
    </div>
  );
}

function Choice({ value, label }: { value: string | null; label: string }) {
  return (
    <Menu.RadioItem className="menu-item" value={value} closeOnClick>
      {label}
      <Menu.RadioItemIndicator className="menu-check">
        <Check className="icon" aria-hidden />
      </Menu.RadioItemIndicator>
    </Menu.RadioItem>
  );
}
