import './app/before-everything.ts';
import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app/tokens.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './app/root.tsx';
import { chooseTransport } from './bridge/choose-transport.ts';
import { createI18n } from './shared/i18n/create-i18n.ts';
import { rememberedLanguage } from './shared/i18n/remembered-language.ts';

const place = document.getElementById('root');
if (!place) throw new Error('No #root in the page');

const i18n = await createI18n(rememberedLanguage());

createRoot(place).render(
  <StrictMode>
    <Root transport={chooseTransport()} i18n={i18n} />
  </StrictMode>,
);
