import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

const SERVER = {
  DATABASE_URL: 'postgres://u:p@db:5432/n',
  SMTP_URL: 'smtp://mail:25',
  APP_URL: 'https://news.example.com/',
  AUTH_SECRET: 'Zk3v9QpLm2Xw8Rt5Yb7Nc4Hd6Jf1Gs0A',
};

function problems(env: Record<string, string>): string {
  try {
    readSettings(env);
    return '';
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
}

describe('settings', () => {
  test('with nothing configured the server is local, on loopback, with the demonstration editor', () => {
    expect(readSettings({ PORT: '4000' })).toMatchObject({
      mode: 'local',
      host: '127.0.0.1',
      appUrl: 'http://localhost:4000',
      adminEmails: ['editor@example.com'],
    });
  });

  test('a server has no admin that nobody named', () => {
    const settings = readSettings({ ...SERVER, ADMIN_EMAILS: '' });
    expect(settings).toMatchObject({ mode: 'server', appUrl: 'https://news.example.com', adminEmails: [] });
    expect(readSettings({ ...SERVER, ADMIN_EMAILS: ' Chief@News.example.com , ' }).adminEmails).toEqual([
      'chief@news.example.com',
    ]);
  });

  test('T12 a missing or weak secret, a missing mail server and a public local mailbox are refused with what to set', () => {
    for (const name of ['DATABASE_URL', 'SMTP_URL', 'APP_URL', 'AUTH_SECRET']) {
      const { [name]: _left, ...rest } = SERVER as Record<string, string>;
      expect(problems(rest), name).toContain(name);
    }
    expect(problems({ ...SERVER, AUTH_SECRET: 'short' })).toContain('AUTH_SECRET');
    expect(problems({ ...SERVER, AUTH_SECRET: 'a'.repeat(64) })).toContain('AUTH_SECRET');
    expect(problems({ HOST: '0.0.0.0' })).toContain('/mailbox');
    expect(problems({ HOST: '192.168.1.5' })).toContain('HOST');
    expect(problems(SERVER)).toBe('');
  });

  test('T12 every mistake is told at once', () => {
    const text = problems({ APP_URL: 'https://news.example.com' });
    for (const name of ['DATABASE_URL', 'SMTP_URL', 'AUTH_SECRET']) expect(text).toContain(name);
    expect(problems({ PORT: 'many' })).toContain('PORT');
    expect(problems({ APP_URL: 'news.example.com' })).toContain('APP_URL');
  });
});
