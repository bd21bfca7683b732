import { CircleCheck, TriangleAlert } from 'lucide-react';
import { CodeBlock } from '@/app/_connect/code-block';
import { ConnectSteps } from '@/app/_connect/connect-steps';
import { pageWords } from '@/app/_locale/page-words';
import type { DocumentServerState } from '@/lib/shared/document-server-state';
import { connectCommands } from '@/lib/wopi/discovery/connect-commands';
import { documentServerState } from '@/lib/wopi/proof/document-server-state';

/** What the last of the steps has people run. */
const commands: Partial<Record<DocumentServerState, string>> = { missing: 'npm run portal -- forget-keys' };

/** How it stands with the Document Server, what that means for people, and what to do about it: for administrators. */
export async function DocumentServer() {
  const { state, address } = await documentServerState();
  const { documentServer: words, connect } = await pageWords();
  const { title, text, steps } = words.states[state];
  const command = commands[state];
  const isFine = state === 'signs';
  const Icon = isFine ? CircleCheck : TriangleAlert;
  return (
    <>
      <div className="server-state" data-look={isFine ? 'ok' : 'warn'}>
        <Icon className="icon" aria-hidden />
        <p>
          <strong>{title}</strong>
          <span>{text}</span>
        </p>
      </div>
      {address ? (
        <dl className="facts">
          <dt>{words.address}</dt>
          <dd>{address}</dd>
        </dl>
      ) : null}
      {steps.length > 0 ? (
        <>
          <h3 className="server-steps">{words.whatToDo}</h3>
          <ol className="steps">
            {steps.map((step, index) => (
              <li key={step}>
                {step}
                {command && index === steps.length - 1 ? <CodeBlock text={command} /> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {state === 'none' ? (
        <>
          <h3 className="server-steps">{connect.how}</h3>
          <ConnectSteps {...connectCommands()} />
        </>
      ) : null}
    </>
  );
}
