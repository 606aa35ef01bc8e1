package io.plumbline.identity.api;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * In profile {@code local} this installation signs and checks its tokens. Elsewhere {@code
 * spring.security.oauth2.resourceserver.jwt.issuer-uri} names the identity provider.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
class TokenConfiguration {
  /** Fetches the key at the first token: the database is migrated by then. */
  @Bean
  @Profile("local")
  JwtDecoder localJwtDecoder(SigningKey key) {
    return new SupplierJwtDecoder(
        () -> {
          var decoder =
              NimbusJwtDecoder.withSecretKey(key.get()).macAlgorithm(MacAlgorithm.HS256).build();
          decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(AccessTokens.ISSUER));
          return decoder;
        });
  }

  @Bean
  @Profile("local")
  JwtEncoder localJwtEncoder(SigningKey key) {
    return parameters -> new NimbusJwtEncoder(new ImmutableSecret<>(key.get())).encode(parameters);
  }
}
