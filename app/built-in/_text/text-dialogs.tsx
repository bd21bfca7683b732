import { AskDialog } from '@/app/_components/ask-dialog';
import { NameDialog } from '@/app/_components/name-dialog';
import { useMessages } from '@/app/_locale/messages-context';
import { splitName } from '@/lib/shared/split-name';
import { EncodingDialog } from './encoding-dialog';
import type { OpenState } from './session-state';
import type { TextSession } from './text-session';
import type { useTextActions } from './use-text-actions';

type TextDialogsProps = {
  session: TextSession;
  state: OpenState;
  actions: ReturnType<typeof useTextActions>;
};

/** The questions over the text. */
export function TextDialogs({ session, state, actions }: TextDialogsProps) {
  const words = useMessages();
  const { dialog, isWorking } = actions;
  const { base, extension } = splitName(state.name);
  const close = () => actions.setDialog(null);
  switch (dialog?.kind) {
    case 'rename':
      return (
        <NameDialog
          title={words.textEditor.renameTitle}
          label={words.textEditor.renameField}
          submit={words.textEditor.renameSubmit}
          start={base}
          extension={extension}
          isWorking={isWorking}
          problem={null}
          onSubmit={actions.rename}
          onClose={close}
        />
      );
    case 'saveCopy':
      return (
        <NameDialog
          title={words.editor.saveCopy.title}
          label={words.editor.saveCopy.name}
          submit={words.editor.saveCopy.submit}
          start={base}
          extension={extension}
          isWorking={isWorking}
          problem={null}
          onSubmit={(name) => actions.saveCopy(name, dialog.text)}
          onClose={close}
        />
      );
    case 'leave':
      return (
        <AskDialog
          title={words.textEditor.leave.title}
          text={words.textEditor.leave.text}
          submit={words.textEditor.leave.leave}
          isWorking={false}
          onSubmit={actions.leaveAnyway}
          onClose={close}
        />
      );
    case 'encoding':
      return session.edited ? (
        <EncodingDialog
          bytes={session.edited.source.bytes}
          name={state.name}
          current={state.format.encoding}
          onSubmit={actions.choose}
          onClose={close}
        />
      ) : null;
    default:
      return null;
  }
}
