/** The most topics and authors that are followed without an account. */
export const GUEST_FOLLOW_LIMIT = 50;
