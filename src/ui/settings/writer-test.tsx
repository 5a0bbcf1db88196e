import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { hasHost, requestServer } from '../../browser/permissions.ts';
import { t } from '../../browser/text.ts';
import type { Response } from '../../protocol/messages.ts';
import type { Settings } from '../../protocol/settings.ts';
import { secondsText } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';

type Answer = Response<'writer.test'>;

/** Asks the server for one short answer and shows it, or says what is in the way. */
export function WriterTest({ writer }: { writer: Settings['writer'] }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [refused, setRefused] = useState(false);
  const [allowed, setAllowed] = useState(true);
  const { act: look, fault: unseen } = useAct();
  const { busy, fault, act } = useAct();
  const { host, hostname } = new URL(writer.baseUrl);
  const isLocal = ['localhost', '127.0.0.1'].includes(hostname);

  useEffect(() => {
    void look(async () => setAllowed(await hasHost(writer.baseUrl)));
  }, [look, writer.baseUrl]);

  const test = (): void => {
    setAnswer(null);
    setRefused(false);
    void act(async () => {
      const isAllowed = await requestServer(writer.baseUrl);
      setAllowed(isAllowed);
      setRefused(!isAllowed);
      if (isAllowed) setAnswer(await call('writer.test', {}));
    });
  };

  return (
    <div>
      <div class="buttons">
        <Button busy={busy} onClick={test}>
          {t('options_test')}
        </Button>
        <span class="hint" role="status">
          {busy && t('options_test_running', host)}
          {!busy && !allowed && !refused && t('options_test_first', host)}
        </span>
      </div>
      <div role="status">
        {answer && (
          <div class="notice">
            <div>
              <p>{t('options_test_answer', host, secondsText(answer.milliseconds))}</p>
              <blockquote dir="auto">{answer.text}</blockquote>
            </div>
          </div>
        )}
      </div>
      <p class="problem" role="alert">
        {refused ? t('options_test_refused', host) : ''}
      </p>
      <FaultNotice fault={fault ?? unseen}>
        {fault?.code === 'forbidden' && isLocal && <p>{t('options_test_ollama')}</p>}
      </FaultNotice>
    </div>
  );
}
