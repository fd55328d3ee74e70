/** What can go wrong on purpose. The code is stable and part of the API. */
export type ErrorCode =
  | 'bad_request'
  | 'not_signed_in'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'limit_reached'
  | 'too_large'
  | 'unsupported_media_type'
  | 'too_many_requests'
  | 'unavailable'
  | 'internal';

const STATUS: Record<ErrorCode, number> = {
  bad_request: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  limit_reached: 409,
  too_large: 413,
  unsupported_media_type: 415,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
};

/**
 * An error whose message may be shown to whoever asked. Anything else that is thrown is a bug:
 * it is logged, and answered without detail.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Seconds after which trying again may help; becomes `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;
  /** More members of the problem document, such as `fields`: what is wrong, by the name of the field. */
  readonly details: Record<string, unknown> | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { retryAfterSeconds?: number; cause?: unknown; details?: Record<string, unknown> } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.details = options.details;
  }

  /** The HTTP status that goes with the code. */
  get status(): number {
    return STATUS[this.code];
  }
}

/** A `bad_request` about one field of what was sent, with its name in `details.fields`. */
export function fieldError(field: string, message: string): AppError {
  return new AppError('bad_request', `${field}: ${message}`, { details: { fields: { [field]: message } } });
}
