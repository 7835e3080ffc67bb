package fr.terrain.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What went wrong, as RFC 9457 writes it: stable type, French title and detail, and members of its own such as {@code field}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> more) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String type, String title, String detail) {
        return new Problem("/problemes/" + type, title, status, detail, Map.of());
    }

    public Problem with(String member, Object value) {
        Map<String, Object> wider = new LinkedHashMap<>(more);
        wider.put(member, value);
        return new Problem(type, title, status, detail, wider);
    }

    /** What a status alone says, when nothing more is known. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 ->
                of(
                        401,
                        "non-identifie",
                        "Dites qui vous êtes",
                        "Envoyez un jeton d’accès valable dans l’en-tête Authorization, précédé de Bearer.");
            case 404 -> notFound().problem();
            case 405 ->
                of(405, "methode", "Cette adresse ne se consulte pas ainsi", "La méthode HTTP n’est pas admise ici.");
            case 406 -> of(406, "format", "Ce format n’est pas proposé", "Demandez application/json ou text/html.");
            case 413 -> of(413, "trop-volumineux", "L’envoi est trop volumineux", "Un envoi fait 2 Mo au plus.");
            case 414 -> of(414, "adresse-trop-longue", "L’adresse est trop longue", "Raccourcissez la recherche.");
            case 415 ->
                of(415, "type-de-contenu", "Ce type de contenu n’est pas reçu ici", "Envoyez application/json.");
            case 429 ->
                of(
                        429,
                        "trop-de-requetes",
                        "Trop de requêtes en peu de temps",
                        "Attendez le nombre de secondes que donne l’en-tête Retry-After, puis recommencez.");
            case 431 ->
                of(
                        431,
                        "en-tetes-trop-longs",
                        "Les en-têtes sont trop longs",
                        "Effacez les cookies de ce site, puis recommencez.");
            default ->
                status >= 500
                        ? of(status, "incident", "Une erreur est survenue de notre côté", "Recommencez plus tard.")
                        : of(
                                status,
                                "demande-incorrecte",
                                "La demande est incorrecte",
                                "Vérifiez l’adresse et ce que vous envoyez.");
        };
    }

    /** 400: one field of what was sent is wrong; the detail says what would be right. */
    public static ProblemException badInput(String field, String detail) {
        return new ProblemException(of(400, "saisie-incorrecte", "Une information est incorrecte", detail)
                .with("field", field));
    }

    /** 400: what was sent has these faults, each under its field. */
    public static ProblemException badInput(Faults faults) {
        List<Map<String, String>> fields = faults.list().stream()
                .map(fault -> Map.of("field", fault.field(), "detail", fault.words()))
                .toList();
        String details =
                faults.list().stream().map(Faults.Fault::words).distinct().collect(Collectors.joining(" "));
        return new ProblemException(
                badInput(faults.list().getFirst().field(), details).problem().with("fields", fields));
    }

    /** 404, also for what exists and may not be seen. */
    public static ProblemException notFound() {
        return new ProblemException(of(
                404,
                "introuvable",
                "Cette page ou cette donnée n’existe pas",
                "L’adresse ne correspond à rien que vous puissiez consulter."));
    }

    /** 403: seen, but not done with the capabilities of the caller. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(of(403, "non-autorise", "Vous n’avez pas ce droit", detail));
    }

    /** 412: the thing has changed since it was read. */
    public static ProblemException stale() {
        return new ProblemException(of(
                412,
                "version-depassee",
                "Ce dossier a changé depuis votre lecture",
                "Rechargez la page pour voir son état actuel, puis recommencez."));
    }
}
