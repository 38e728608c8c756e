import { MantineProvider } from '@mantine/core';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ClientProvider } from '../bridge/client-context.tsx';
import { SessionProvider } from '../bridge/session-context.tsx';
import type { Transport } from '../bridge/transport.ts';
import { App } from './app.tsx';
import { styleNonce } from './style-nonce.ts';
import { cssVariablesResolver, theme } from './theme.ts';

const nonce = (): string => styleNonce() ?? '';

/** The window with everything around it: core, texts, look. */
export function Root(props: { readonly transport: Transport; readonly i18n: i18n }): ReactNode {
  return (
    <I18nextProvider i18n={props.i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        getStyleNonce={nonce}
      >
        <ClientProvider transport={props.transport}>
          <SessionProvider>
            <App />
          </SessionProvider>
        </ClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
