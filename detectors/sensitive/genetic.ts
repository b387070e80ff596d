import type { LexiconDetector } from '../define.ts';

/** Genetic data (Law 09-08, Art. 1(3) and 12(1)(c)). */
export const genetic: LexiconDetector = {
  kind: 'lexicon',
  id: 'sensitive/genetic',
  title: 'Genetic data',
  finds: 'Genetic tests, profiles, mutations and filiation by DNA tied to a person, or in a field named so.',
  references: ['Law 09-08, Art. 1(3) and 12(1)(c)', 'Terms compiled by hand, 2026'],
  example: 'La patiente est porteuse de la mutation BRCA1.',
  fields: {
    says: `
      =mutation, mutation genetique, mutation gene, genotype, haplotype, caryotype, karyotype, profil adn, profil genetique, test genetique, genetic test,
      genetic profile, dna profile, dna, adn, genome, الحمض النووي, البصمة الوراثية, الطفرة`,
  },
  marks: 'brca1, brca2, cftr, hla, hla typing, rsid, =snp, test paternite, paternity test',
  strong: {
    fr: `séquencer son génome, séquençage, anomalie génétique, maladie génétique, résultat ADN, son ADN, père biologique, mutation génétique, 
      test génétique, analyse génétique, profil ADN, profil génétique, séquençage du génome, séquençage de l exome,
      exome, caryotype, mutation BRCA1, mutation BRCA2, mutation du gène, BRCA1, BRCA2, CFTR, génotype, haplotype,
      test de paternité, empreinte génétique, empreintes génétiques, test ADN, trisomie 21, typage HLA,
      gène CFTR, gène BRCA1, gène BRCA2, anomalie chromosomique, maladie héréditaire, prédisposition génétique, expertise génétique`,
    ar: `خبرة جينية, جينا معيبا, جين معيب, تحليل جينات, إثبات النسب, ثبوت النسب, اختبار الحمض النووي, مرض جيني, 
      الحمض النووي, البصمة الوراثية, تحليل جيني, تحليل الحمض النووي, الخبرة الجينية, اختبار الأبوة, طفرة جينية,
      الطفرة الجينية, مرض وراثي, تحليل وراثي`,
    darija: 'test dyal ADN, tahlil ADN, ta7lil ADN, analyse ADN, ta7lil jini',
    en: `genome sequenced, dna of, the dna of, her dna, his dna, genetic disorder, gene carrier, dna sample, biological father, 
      genetic test, dna test, dna profile, genetic profile, genome sequencing, paternity test, karyotype, genotype,
      gene mutation, BRCA1 mutation, BRCA2 mutation, CFTR mutation, trisomy 21, trisomy, hla typing, genetic predisposition, hereditary disease`,
  },
  weak: {
    fr: 'ADN, génome, mutation, consanguinité',
    ar: 'وراثي, جينات',
    darija: 'jinat, wirati',
    en: 'dna, genome, mutation',
  },
  predicates: {
    fr: `correspond à, correspond au, a fait séquencer, séquencer son génome, empreinte génétique de, a une, père biologique, profil ADN de, profil génétique de, test de paternité de, test ADN de, 
      porteur de, porteuse de, porteur d, porteuse d, a révélé, révèle, met en évidence, confirme, résultat, résultats,
      présente, a subi, a effectué, prélèvement, réalisé sur, pratiqué sur, chez, positif, atteint d, atteinte d,
      identifié, a fait, caryotype de, analyse génétique chez, résultat positif, est positif, est négatif, versé au,
      concernant, a été comparé, a passé, porteur du, porteuse du, hétérozygote, homozygote, montre`,
    ar: `يحمل, تحمل, مطابق, مطابقة, إجراء, ثبت, ثبتت, أثبتت, تمت مقارنة, مقارنة, مؤكد, مؤكدة, للسيد, للسيدة, بأمر من, حامل, حاملة, أظهر, أظهرت, نتيجة, نتائج, خضع, خضعت, أثبت, أثبتت, يعاني من, تعاني من, أجرى, أجرت, مصاب, مصابة`,
    darija: `dar, daret, derna, dert, natija, kayn 3ndo, 3ndo, 3ndha, 3ndi, dartha,
      ydir, tdir, ydirou, kaydir, katdir, dar l, daret l, talbat, taleb, tlab, tlbat, khasso, khassha, bayn`,
    en: `matches, genome sequenced, had her, had his, dna of, the dna of, his dna, her dna, is a carrier, dna test of, paternity test of, genetic profile of, carries a, matched, compared, carries, carrier of, showed, shows, reveals, revealed, result, results, tested, underwent, has, confirmed, took, is positive, is negative, karyotype of, karyotype shows, heterozygous, homozygous, compared with`,
  },
  falseFriends: {
    fr: `
      ADN de l entreprise, ADN de la marque, ADN de notre, dans notre ADN, algorithme génétique,
      algorithmes génétiques, génome public, ressources génétiques, génétique bovine, mutation professionnelle,
      mutation économique, mutation de personnel, mutation interne, demande de mutation`,
    en: 'company dna, brand dna, genetic algorithm, our dna, mutation testing, graphql mutation',
  },
};
