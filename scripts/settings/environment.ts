/** The environment of this process, as it stands: what the programs of `scripts/` read of it or hand on to their own processes. */
export const environment = (): NodeJS.ProcessEnv => process.env;

/** Sets variables for what is opened later in this process: the CMS, Next and React read them themselves. */
export const setEnvironment = (values: Readonly<Record<string, string>>): void => {
  Object.assign(process.env, values);
};
