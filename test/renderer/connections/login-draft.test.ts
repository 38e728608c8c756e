import { describe, expect, test } from 'vitest';
import { iikoCloudSecret, iikoCloudSettings } from '../../../main/sources/iiko-cloud/settings.ts';
import {
  EMPTY_LOGIN,
  hostDraft,
  hostOf,
  problemsOf,
  secretOf,
  type LoginDraft,
} from '../../../renderer/features/connections/login-draft.ts';

const draft = (change: Partial<LoginDraft>): LoginDraft => ({ ...EMPTY_LOGIN, ...change });

describe('a login being typed', () => {
  test('is shaped as the source wants it, in both kinds, without the spaces of copying', () => {
    const login = draft({ apiLogin: '  abc-123 ' });
    expect(problemsOf(login)).toEqual({});
    expect(iikoCloudSecret.parse(secretOf(login))).toEqual({
      kind: 'api-login',
      apiLogin: 'abc-123',
    });
    const key = draft({
      kind: 'api-key',
      apiKey: 'k',
      appId: '11111111-1111-4111-8111-111111111111',
      clientSecret: 's',
    });
    expect(problemsOf(key)).toEqual({});
    expect(iikoCloudSecret.safeParse(secretOf(key)).success).toBe(true);
  });

  test('names what is wrong, by field, and only in the fields that are shown', () => {
    expect(problemsOf(EMPTY_LOGIN)).toEqual({ apiLogin: 'empty' });
    expect(problemsOf(draft({ apiLogin: 'abc def' }))).toEqual({ apiLogin: 'spaces' });
    expect(problemsOf(draft({ kind: 'api-key', apiKey: 'k', appId: 'no' }))).toEqual({
      appId: 'uuid',
      clientSecret: 'empty',
    });
  });

  test.each([
    ['https://api.example/', true],
    ['http://127.0.0.1:8080', true],
    ['http://api.example', false],
    ['api.example', false],
    ['', false],
  ])('the address %s is taken: %s, as the core would', (otherHost, taken) => {
    const typed = draft({ hostChoice: 'other', otherHost, apiLogin: 'a' });
    expect(problemsOf(typed).otherHost === undefined).toBe(taken);
    expect(iikoCloudSettings.safeParse({ host: hostOf(typed) }).success).toBe(taken);
  });

  test('a stored address comes back as the choice it was made by', () => {
    for (const hostChoice of ['russia', 'syrve'] as const) {
      expect(hostDraft(hostOf(draft({ hostChoice }))).hostChoice).toBe(hostChoice);
    }
    expect(hostDraft('https://x.example')).toEqual({
      hostChoice: 'other',
      otherHost: 'https://x.example',
    });
  });
});
