package fr.terrain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyTest {
    /** ~ stands for the no-break space, ^ for the narrow one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Il dit : « oui » ; puis non ! | Il dit~: «^oui^»^; puis non^!
            Vraiment ? | Vraiment^?
            une superficie de 12,4 hectares environ | une superficie de 12,4~hectares environ
            1 500 000,00 € par sinistre | 1^500^000,00~€ par sinistre
            SIRET 100 000 017 00010 actif | SIRET 100^000^017^00010 actif
            du 3 mai au 1er juin 2027 à 8 h 30 | du 3~mai au 1er~juin 2027 à 8~h 30
            l’article L. 2122-1 du code | l’article~L.~2122-1 du code
            à l’article 7.2 et à l’annexe A | à l’article~7.2 et à l’annexe~A
            n° 2027-014 du 2 avril | n°~2027-014 du 2~avril
            https://example.org reste tel quel:ici | https://example.org reste tel quel:ici
            12 mandarines et 3 hommes | 12 mandarines et 3 hommes
            Rue 12 345 : fin | Rue 12^345~: fin
            """)
    void hardensExistingSpacesOnly(String text, String expected) {
        String shown = Typography.harden(text).replace('\u00A0', '~').replace('\u202F', '^');
        assertEquals(expected, shown);
    }
}
