/** Generic top-level domains in common use (IANA root zone, read 2026). Two-letter endings are all taken as countries. */
export const genericDomains: ReadonlySet<string> = new Set(
  `com org net edu gov int mil info biz name pro aero coop museum jobs mobi travel tel cat asia post africa app dev cloud
   online site store shop tech xyz agency company email group consulting digital media news blog live life world education
   academy school university bank finance insurance legal law health care clinic hospital pharmacy solutions services
   systems network software support team work press ngo ong maison immo casa paris`.split(/\s+/),
);

/** Endings of file names and code that look like a domain behind an `@`. */
export const fileEndings: ReadonlySet<string> = new Set(`js ts py md sh rs cc so pl ps rb vb cs`.split(' '));
