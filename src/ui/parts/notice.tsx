import type { ComponentChildren } from 'preact';
import { faultText } from '../../browser/text.ts';
import type { FaultData } from '../../learning/fault.ts';
import { Icon } from './icon.tsx';

/** What went wrong and what to do about it, told at once; nothing where nothing did. */
export function FaultNotice(props: { fault: FaultData | null; children?: ComponentChildren }) {
  return (
    <div role="alert">
      {props.fault && (
        <div class="notice warn">
          <Icon name="warn" />
          <div>
            <p dir="auto">{faultText(props.fault)}</p>
            {props.children}
          </div>
        </div>
      )}
    </div>
  );
}
