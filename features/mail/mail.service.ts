import { createTransport, type Transporter } from 'nodemailer';
import { AppError } from '@/lib/errors.ts';
import type { Settings } from '@/lib/settings.ts';
import { writeToOutbox } from './outbox.service.ts';

/** One mail to one reader. `to` is a normalised address (`lib/email-address.ts`). */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
};

export type Mailer = { send(mail: Mail): Promise<void> };

/** For each step of the conversation with the mail server. */
const STEP_TIMEOUT_MS = 10_000;
/** For all of it: a server that answers a byte at a time never runs into the timeout of a step. */
const DELIVERY_TIMEOUT_MS = 30_000;

/**
 * Sends mail: over SMTP in server mode, into files of the data folder in local mode (see
 * `/mailbox`). `send` resolves when the mail server, or the disk, has taken the mail.
 * @throws AppError `unavailable` when it could not be handed over in time
 */
export function createMailer(settings: Pick<Settings, 'mode' | 'smtpUrl' | 'mailFrom' | 'dataDir'>): Mailer {
  if (settings.mode === 'local' || settings.smtpUrl === null) {
    return { send: (mail) => writeToOutbox(settings.dataDir, { from: settings.mailFrom, ...mail }) };
  }
  const transporter = createTransport(
    {
      url: settings.smtpUrl,
      connectionTimeout: STEP_TIMEOUT_MS,
      greetingTimeout: STEP_TIMEOUT_MS,
      socketTimeout: STEP_TIMEOUT_MS,
      dnsTimeout: STEP_TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: settings.mailFrom },
  );
  return { send: (mail) => deliver(transporter, mail) };
}

async function deliver(transporter: Transporter, mail: Mail): Promise<void> {
  const { promise: deadline, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The mail server took too long.')), DELIVERY_TIMEOUT_MS);
  try {
    // The address goes in as an object, so that nothing in it is parsed as a list or a name.
    const message = { ...mail, to: { name: '', address: mail.to } };
    await Promise.race([transporter.sendMail(message), deadline]);
  } catch (error) {
    throw new AppError('unavailable', 'The mail could not be sent just now. Try again in a few minutes.', {
      cause: error,
      retryAfterSeconds: 60,
    });
  } finally {
    clearTimeout(timer);
  }
}
