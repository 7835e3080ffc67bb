package fr.terrain;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.List;
import java.util.Map;

/**
 * The fields of the CloudNativePG and Keycloak operators' resources that k8s/ may use, written down from their references
 * because no typed model of them is published.
 */
class OperatorResources {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Resource<T>(String apiVersion, String kind, ObjectMeta metadata, T spec) {}

    record Name(String name) {}

    record Cluster(
            int instances,
            String imageName,
            Storage storage,
            ResourceRequirements resources,
            Bootstrap bootstrap,
            Managed managed) {}

    record Storage(String size, String storageClass) {}

    record Bootstrap(InitDb initdb) {}

    record InitDb(
            String database,
            String owner,
            Name secret,
            String encoding,
            String localeCollate,
            String localeCType,
            List<String> postInitApplicationSQL) {}

    record Managed(List<Role> roles) {}

    record Role(String name, String ensure, boolean login, Name passwordSecret) {}

    record Database(Name cluster, String name, String owner) {}

    record Keycloak(int instances, Db db, Http http, Hostname hostname, Proxy proxy, ResourceRequirements resources) {}

    record Db(
            String vendor,
            String host,
            int port,
            String database,
            SecretKeySelector usernameSecret,
            SecretKeySelector passwordSecret) {}

    record Http(String tlsSecret) {}

    record Hostname(String hostname) {}

    record Proxy(String headers) {}

    record RealmImport(String keycloakCRName, Map<String, Placeholder> placeholders, Map<String, Object> realm) {}

    record Placeholder(SecretKeySelector secret) {}

    private OperatorResources() {}

    static Map<String, Class<?>> kinds() {
        return Map.of(
                "Cluster", Cluster.class,
                "Database", Database.class,
                "Keycloak", Keycloak.class,
                "KeycloakRealmImport", RealmImport.class);
    }

    static List<String> unknownFields(JsonNode document, Class<?> spec) {
        try {
            STRICT.convertValue(document, STRICT.getTypeFactory().constructParametricType(Resource.class, spec));
            return List.of();
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
                return List.of(unknown.getPathReference());
            }
            throw e;
        }
    }
}
