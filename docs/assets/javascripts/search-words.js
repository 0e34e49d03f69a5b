/* From evidence/words/, by `python -m evidence frame`. */
globalThis.searchWords = {
 "small": "a about all also am an and any are as at be because been but by can cannot cant could did didnt do does doesnt dont for from get getting go going got had has have he her hey hi him his how i id if im in into is isnt it its ive just let like may me might most much must my no not of ok okay on or other our own please really she should so some than that the their them then there these they this to too us very was we were what when where which while who why will with wont would you your",
 "left_out": "\\w+n't\\b|'\\w*|\\b(?:(?:\\d+|an?|one|two|three|four|five|six|few|couple of|several|some) )?(?:day|week|month|year)s? ago\\b|\\blast (?:night|week|month|year)\\b|\\byesterday\\b",
 "common": "^(?:massag(?:e|es|ed|ing)|therapists?|backs?|pains?|painful|low|lower|bad|helps?|needs?|works?)$",
 "unsuitable": "\\b(?:should|must|who)(?: \\w+){0,2} (?:not|never|avoid)\\b|\\b(?:should|must)n'?t\\b|\\bwho can(?:no|'?)t\\b",
 "unsuitable_word": "unsuitable",
 "endings": "^(\\w{4,}?)(?:s|es|ing|ed)$",
 "whole": {
  "massag": "massage",
  "massage": "massage",
  "back": "back",
  "pain": "pain",
  "help": "help",
  "tabl": "table",
  "table": "table",
  "hear": "hear",
  "stoma": "stoma",
  "uk": "uk"
 },
 "foreign": "[^\\P{L}\\p{Script=Latin}\\p{Script=Greek}]",
 "foreign_word": "interpreter"
}
