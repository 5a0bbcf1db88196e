import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import type { Response } from '../../protocol/messages.ts';
import { dateText, sizeText } from '../format.ts';
import { LongList } from '../parts/long-list.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { Section } from '../parts/section.tsx';
import { useAct } from '../use-act.ts';

type Outbound = Response<'outbound.read'>['requests'][number];

/** Every request that left for a model since the browser was started, with what stood in it. */
export function OutboundSection() {
  const [requests, setRequests] = useState<readonly Outbound[] | null>(null);
  const { fault, act } = useAct();
  useEffect(() => {
    void act(async () => setRequests((await call('outbound.read', {})).requests));
  }, [act]);
  return (
    <Section title={t('outbound_title')} intro={t('outbound_intro')}>
      <FaultNotice fault={fault} />
      {requests?.length === 0 && <p class="empty-line">{t('outbound_none')}</p>}
      {requests && requests.length > 0 && (
        <LongList
          items={requests.map((request, at) => ({ request, at }))}
          step={50}
          name={t('outbound_title')}
          row={({ request, at }) => <OutboundRow key={at} request={request} />}
        />
      )}
    </Section>
  );
}

function OutboundRow({ request }: { request: Outbound }) {
  const { at, host, purpose, bytes, status, body } = request;
  const [isOpen, setOpen] = useState(false);
  return (
    <li class="outbound">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <bdi class="outbound-host">{host}</bdi>
          <span class="hint">
            {t(`outbound_${purpose}`)} · {sizeText(bytes)} ·{' '}
            <time dateTime={new Date(at).toISOString()}>{dateText(at, true)}</time>
          </span>
          {(status === null || status >= 400) && (
            <span class="chip">
              {status === null ? t('outbound_no_answer') : t('outbound_status', status)}
            </span>
          )}
        </summary>
        {isOpen && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys too
          <pre class="outbound-body" dir="auto" tabIndex={0}>
            {body}
          </pre>
        )}
      </details>
    </li>
  );
}
