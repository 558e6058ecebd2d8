/** The province's own sign-on, as it is set up: where it is, who we are to it, and how people call it. */
export type SignOn = { issuer: string; client_id: string; client_secret: string; label: string }
