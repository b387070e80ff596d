/** Generic top-level domains in common use (IANA root zone, read 2026). */
export const genericDomains: ReadonlySet<string> = new Set(
  `com org net edu gov int mil info biz name pro aero coop museum jobs mobi travel tel cat asia post africa app dev cloud
   online site store shop tech xyz agency company email group consulting digital media news blog live life world education
   academy school university bank finance insurance legal law health care clinic hospital pharmacy solutions services
   systems network software support team work press ngo ong maison immo casa paris`.split(/\s+/),
);

/** Top-level domains of countries (IANA root zone, read 2026), but for those that are endings of files and code: py md sh rs cc so ps. */
export const countryDomains: ReadonlySet<string> = new Set(
  `ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cd cf cg
   ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl
   gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz
   la lb lc li lk lr ls lt lu lv ly ma mc me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np
   nr nu nz om pa pe pf pg ph pk pl pm pn pr pt pw qa re ro ru rw sa sb sc sd se sg si sk sl sm sn sr ss st su sv sx sy sz tc
   td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw`.split(/\s+/),
);
