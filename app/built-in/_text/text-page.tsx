import { useEffect, useState } from 'react';
import { FrameBar } from '@/app/built-in/_frame/frame-bar';
import { tellHostPage } from '@/app/built-in/_frame/host-page';
import type { Opened } from '@/app/built-in/_frame/opened';
import { type FileInfo, WopiFile } from '@/app/built-in/_wopi/wopi-file';

/** Edits a text. */
export function TextPage({ opened }: { opened: Opened }) {
  const [name, setName] = useState('');
  useEffect(() => {
    const file = new WopiFile(opened.wopiSrc, { token: opened.accessToken });
    file.checkFileInfo().then(async ({ response }) => {
      const info: FileInfo | null = response?.ok ? await response.json() : null;
      if (info) setName(info.BaseFileName);
      tellHostPage('App_LoadingStatus', { Status: 'Document_Loaded' });
    });
  }, [opened]);
  return (
    <div className="frame">
      <FrameBar name={name} onClose={() => tellHostPage('UI_Close')} />
      <main className="frame-body" />
    </div>
  );
}
