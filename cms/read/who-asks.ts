/** The site's limits count the same address as the desk's. */
export { clientAddress, lineOf, type TrustedProxies } from '../http/client-address.ts';
