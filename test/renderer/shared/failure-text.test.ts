import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../../main/domain/failure.ts';
import { createI18n } from '../../../renderer/shared/i18n/create-i18n.ts';
import { failureText } from '../../../renderer/shared/ui/failure-text.ts';

const i18n = await createI18n('ru');
i18n.addResources('ru', 'translation', {
  'failure.test.one': 'Файл занят.',
  'failure.test.many': 'Сервер {{host}} не ответил. Проверьте связь. Повторим сами.',
  'failure.test.address': 'Проверьте api-ru.iiko.services и имя.',
  'failure.test.apart': 'Не вышло',
  'failure.test.apart.why': 'Потому что',
  'failure.test.apart.advice': 'Сделайте так',
  'failure.test.counted_one': 'Ждите {{count}} минуту',
  'failure.test.counted_few': 'Ждите {{count}} минуты',
});

const KINDS: readonly FailureKind[] = [
  'invalid',
  'not-found',
  'conflict',
  'unreachable',
  'refused',
  'busy',
  'unexpected',
];

const textOf = (code: string, params: Record<string, string | number> = {}) =>
  failureText(i18n, { kind: 'refused', code, params });

describe('failureText', () => {
  it('parts one written text into what happened and the rest', () => {
    expect(textOf('test.one')).toEqual({ title: 'Файл занят', why: '', advice: '' });
    expect(textOf('test.many', { host: 'iiko' })).toEqual({
      title: 'Сервер iiko не ответил',
      why: 'Проверьте связь. Повторим сами.',
      advice: '',
    });
    expect(textOf('test.address').why).toBe('');
  });

  it('takes why and what to do where they are written apart', () => {
    expect(textOf('test.apart')).toEqual({
      title: 'Не вышло',
      why: 'Потому что',
      advice: 'Сделайте так',
    });
  });

  it('counts', () => {
    expect(textOf('test.counted', { count: 3 }).title).toBe('Ждите 3 минуты');
  });

  it.each(KINDS)(
    'speaks by its kind when the code %s is unknown, never the raw code',
    async (kind) => {
      for (const language of ['ru', 'en'] as const) {
        const text = failureText(await createI18n(language), {
          kind,
          code: 'xyz.unknown',
          params: {},
        });
        expect(text.title).not.toBe('');
        expect(text.why).not.toBe('');
        expect(text.advice).not.toBe('');
        expect(JSON.stringify(text)).not.toMatch(/xyz|failure\.kind/);
      }
    },
  );
});
