/** gzip (RFC 1952), of one member or many, unpacked as it streams by. */
import { createGunzip } from 'node:zlib';
import type { ContainerFormat } from '../contract.ts';
import { unpack } from './unpack.ts';
import { openUnpacked } from './unpacked-source.ts';

const unpackedChunkBytes = 256 * 1024;

export const gzipFormat: ContainerFormat = {
  id: 'gzip',
  isPacked: true,
  recognises: ({ bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08,
  open: (source, limits) =>
    openUnpacked(source, limits, {
      extensions: ['gz', 'tgz', 'taz'],
      unpack: (chunks, maxBytes, ending) =>
        unpack({ chunks, engine: createGunzip({ chunkSize: unpackedChunkBytes }), format: 'gzip', maxBytes, ending }),
    }),
};
