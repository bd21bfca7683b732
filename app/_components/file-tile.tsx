import { AlignLeft, File, FileText, Folder, Image, type LucideIcon, Presentation, Sheet } from 'lucide-react';
import { fileType } from '@/lib/shared/file-type';

type Kind = ReturnType<typeof fileType>['kind'] | 'folder';

const icons: Readonly<Record<Kind, LucideIcon>> = {
  doc: FileText,
  sheet: Sheet,
  slides: Presentation,
  pdf: FileText,
  image: Image,
  text: AlignLeft,
  other: File,
  folder: Folder,
};

/** The icon of a file's type on a tile in the colour of the type. Decoration: the name says the type too. */
export function FileTile({ name }: { name: string }) {
  return <KindTile kind={fileType(name).kind} />;
}

export function KindTile({ kind }: { kind: Kind }) {
  const Icon = icons[kind];
  return (
    <span className="tile" data-kind={kind} aria-hidden>
      <Icon className="icon" />
    </span>
  );
}
