/** Targets as a person types them: paths and URIs. */
import { configurationSchema, type Configuration, type Target } from '../functions/configuration.ts';
import { fileSource } from '../sources/file.ts';
import type { Content, Unreadable } from '../sources/contract.ts';
import { parseTarget } from '../sources/target.ts';
