const suffix = "@service.invalid";

/** The address of a service, which nobody can have: services have keys and never sign in. */
export const serviceAddress = (id: string): string => `${id}${suffix}`;

/** SQL that is true for people and false for services; `user` is the name of the table in the question. */
export const isPerson = (user: string): string => `${user}.email NOT LIKE '%${suffix}'`;
